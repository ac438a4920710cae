import * as migration_20261122_055347_initial from './20261122_055347_initial';

export const migrations = [
  {
    up: migration_20261122_055347_initial.up,
    down: migration_20261122_055347_initial.down,
    name: '20261122_055347_initial'
  },
];
