import * as migration_20261124_021653_initial from './20261124_021653_initial'
import * as migration_20261124_022000_workflow_guard from './20261124_022000_workflow_guard'

export const migrations = [
  {
    up: migration_20261124_021653_initial.up,
    down: migration_20261124_021653_initial.down,
    name: '20261124_021653_initial',
  },
  {
    up: migration_20261124_022000_workflow_guard.up,
    down: migration_20261124_022000_workflow_guard.down,
    name: '20261124_022000_workflow_guard',
  },
]
