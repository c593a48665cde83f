import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const secret = { IMPORTER_SECRET: 'tell-nobody' };

describe('the command line', () => {
  it('needs a file and a map; everything else has a default', () => {
    expect(readConfig(['data/baltimore.csv', '--map', 'baltimore311'], secret)).toEqual({
      file: 'data/baltimore.csv',
      map: 'baltimore311',
      mode: 'history',
      perSecond: null,
      secondsPerDay: 10,
      run: '',
      again: false,
      gatewayUrl: 'http://127.0.0.1:4000',
      issuerUrl: 'http://127.0.0.1:4005',
      importerSecret: 'tell-nobody',
      checkpointPath: '.data/replay/baltimore.csv.baltimore311.history.json',
      refusedPath: 'baltimore.csv.refused.csv',
      droppedPath: 'baltimore.csv.dropped.csv',
    });
  });

  it('finds the platform where npm start was told to be', () => {
    const places = { ...secret, DATA_DIR: '/srv/data', GATEWAY_PORT: '14000', IDENTITY_PORT: '14005' };
    expect(readConfig(['a.csv', '--map', 'nyc311'], places)).toMatchObject({
      gatewayUrl: 'http://127.0.0.1:14000',
      issuerUrl: 'http://127.0.0.1:14005',
      checkpointPath: '/srv/data/replay/a.csv.nyc311.history.json',
    });
    expect(() => readConfig(['a.csv', '--map', 'nyc311'], { DATA_DIR: '/nowhere' })).toThrow(
      '/nowhere/secrets.json',
    );
  });

  it.each([
    [[], 'Name one file.'],
    [['a.csv', 'b.csv', '--map', 'nyc311'], 'Name one file.'],
    [['a.csv'], '--map is missing.'],
    [['a.csv', '--map', 'nyc311', '--mode', 'past'], '--mode is history or live, not "past".'],
    [['a.csv', '--map', 'nyc311', '--speed', 'fast'], '--speed is a number above 0, not "fast".'],
    [['a.csv', '--map', 'nyc311', '--speed', '0'], '--speed is a number above 0, not "0".'],
    [['a.csv', '--map', 'nyc311', '--loud'], '--loud'],
  ])('%j is refused: %s, with the usage', (args, sentence) => {
    expect(() => readConfig(args, secret)).toThrow(sentence);
    expect(() => readConfig(args, secret)).toThrow('npm run replay -- FILE --map MAP');
  });

  it('says where the secret comes from when there is none', () => {
    const before = process.cwd();
    process.chdir('/');
    try {
      expect(() => readConfig(['a.csv', '--map', 'nyc311'], {})).toThrow('IMPORTER_SECRET is missing');
    } finally {
      process.chdir(before);
    }
  });
});
