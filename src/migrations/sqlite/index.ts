import * as migration_20261122_095234_initial from './20261122_095234_initial';
import * as migration_20261127_152024_membership from './20261127_152024_membership';
import * as migration_20261127_185758_seasons_and_letters from './20261127_185758_seasons_and_letters';

export const migrations = [
  {
    up: migration_20261122_095234_initial.up,
    down: migration_20261122_095234_initial.down,
    name: '20261122_095234_initial',
  },
  {
    up: migration_20261127_152024_membership.up,
    down: migration_20261127_152024_membership.down,
    name: '20261127_152024_membership',
  },
  {
    up: migration_20261127_185758_seasons_and_letters.up,
    down: migration_20261127_185758_seasons_and_letters.down,
    name: '20261127_185758_seasons_and_letters'
  },
];
