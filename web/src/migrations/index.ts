import * as migration_20261122_024402_initial from './20261122_024402_initial';

export const migrations = [
  {
    up: migration_20261122_024402_initial.up,
    down: migration_20261122_024402_initial.down,
    name: '20261122_024402_initial'
  },
];
