import * as migration_20261122_095234_initial from './20261122_095234_initial';

export const migrations = [
  {
    up: migration_20261122_095234_initial.up,
    down: migration_20261122_095234_initial.down,
    name: '20261122_095234_initial'
  },
];
