import * as migration_20261122_061835_initial from './20261122_061835_initial';

export const migrations = [
  {
    up: migration_20261122_061835_initial.up,
    down: migration_20261122_061835_initial.down,
    name: '20261122_061835_initial'
  },
];
