import * as migration_20261122_095234_initial from './20261122_095234_initial';
import * as migration_20261127_142601_tasks_imports_figures from './20261127_142601_tasks_imports_figures';

export const migrations = [
  {
    up: migration_20261122_095234_initial.up,
    down: migration_20261122_095234_initial.down,
    name: '20261122_095234_initial',
  },
  {
    up: migration_20261127_142601_tasks_imports_figures.up,
    down: migration_20261127_142601_tasks_imports_figures.down,
    name: '20261127_142601_tasks_imports_figures'
  },
];
