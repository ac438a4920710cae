import * as migration_20261122_070222_initial from './20261122_070222_initial';
import * as migration_20261122_084213_origin from './20261122_084213_origin';

export const migrations = [
  {
    up: migration_20261122_070222_initial.up,
    down: migration_20261122_070222_initial.down,
    name: '20261122_070222_initial',
  },
  {
    up: migration_20261122_084213_origin.up,
    down: migration_20261122_084213_origin.down,
    name: '20261122_084213_origin'
  },
];
