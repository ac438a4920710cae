import * as migration_20261122_085236_initial from './20261122_085236_initial';
import * as migration_20261122_091038_arrival from './20261122_091038_arrival';

export const migrations = [
  {
    up: migration_20261122_085236_initial.up,
    down: migration_20261122_085236_initial.down,
    name: '20261122_085236_initial',
  },
  {
    up: migration_20261122_091038_arrival.up,
    down: migration_20261122_091038_arrival.down,
    name: '20261122_091038_arrival'
  },
];
