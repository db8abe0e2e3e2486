/** The queue of the workflow, as Payload names it. */
export const workflowQueue = 'workflow'
