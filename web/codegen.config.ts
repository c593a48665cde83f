import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: '../schema/api.graphql',
  documents: ['app/**/*.{ts,tsx}', 'features/**/*.{ts,tsx}', 'session/**/*.{ts,tsx}', '!**/*.test.ts'],
  ignoreNoDocuments: true,
  silent: true,
  generates: {
    './graphql/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        importExtension: '.ts',
        defaultScalarType: 'unknown',
        scalars: { DateTime: 'string', LocalDate: 'string', Cursor: 'string' },
      },
    },
  },
};

export default config;
