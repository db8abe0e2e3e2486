import type { Field } from 'payload'

/** The workflow bar, above the form: it stores nothing. */
export const workflowField: Field = {
  name: 'workflow',
  type: 'ui',
  admin: {
    components: { Field: '/src/admin/workflow/WorkflowBar.tsx#WorkflowBar' },
    disableListColumn: true,
  },
}
