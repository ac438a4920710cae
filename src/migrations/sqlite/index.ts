import * as migration_20261122_095234_initial from './20261122_095234_initial';
import * as migration_20261127_151156_waiting_and_departures from './20261127_151156_waiting_and_departures';

export const migrations = [
  {
    up: migration_20261122_095234_initial.up,
    down: migration_20261122_095234_initial.down,
    name: '20261122_095234_initial',
  },
  {
    up: migration_20261127_151156_waiting_and_departures.up,
    down: migration_20261127_151156_waiting_and_departures.down,
    name: '20261127_151156_waiting_and_departures'
  },
];
