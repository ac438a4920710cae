import * as migration_20261122_085236_initial from './20261122_085236_initial';

export const migrations = [
  {
    up: migration_20261122_085236_initial.up,
    down: migration_20261122_085236_initial.down,
    name: '20261122_085236_initial'
  },
];
