import * as migration_20261122_095234_initial from './20261122_095234_initial';
import * as migration_20261127_145033_renewal from './20261127_145033_renewal';

export const migrations = [
  {
    up: migration_20261122_095234_initial.up,
    down: migration_20261122_095234_initial.down,
    name: '20261122_095234_initial',
  },
  {
    up: migration_20261127_145033_renewal.up,
    down: migration_20261127_145033_renewal.down,
    name: '20261127_145033_renewal'
  },
];
