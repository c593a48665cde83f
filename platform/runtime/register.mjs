// Lets Node run our TypeScript, whose decorators are more than type stripping can do, straight from
// source: node --import @bekhedmetkom/platform/runtime main.ts
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import 'reflect-metadata';

// Workspace packages are links; Node hands us their real paths, so only foreign packages are below
// node_modules.
const isOurs = (url) => /^file:.*\.ts(\?|$)/.test(url) && !url.includes('/node_modules/');

const options = {
  configFile: false,
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'esnext',
    experimental: { keepImportAttributes: true },
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
  },
};

registerHooks({
  load(url, context, nextLoad) {
    if (!isOurs(url)) return nextLoad(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
    return { format: 'module', source: code, shortCircuit: true };
  },
});

process.setSourceMapsEnabled(true);
