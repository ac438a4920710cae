import * as migration_20261122_095234_initial from './20261122_095234_initial';
import * as migration_20261127_150515_payments from './20261127_150515_payments';

export const migrations = [
  {
    up: migration_20261122_095234_initial.up,
    down: migration_20261122_095234_initial.down,
    name: '20261122_095234_initial',
  },
  {
    up: migration_20261127_150515_payments.up,
    down: migration_20261127_150515_payments.down,
    name: '20261127_150515_payments'
  },
];
