import * as migration_20261122_070222_initial from './20261122_070222_initial';

export const migrations = [
  {
    up: migration_20261122_070222_initial.up,
    down: migration_20261122_070222_initial.down,
    name: '20261122_070222_initial'
  },
];
