import type { Config } from 'payload'
import { runDuePlans } from './run.ts'

/**
 * Payload's queue wakes the workflow at a date. What is to be done then stands in the plan, and is
 * judged anew; nobody queues, runs or cancels a job from outside.
 */
export const workflowJobs: NonNullable<Config['jobs']> = {
  access: { run: () => false, queue: () => false, cancel: () => false },
  deleteJobOnComplete: true,
  processingOrder: 'waitUntil',
  tasks: [
    {
      slug: 'carryOutPlan',
      label: 'Carry out a plan',
      retries: { attempts: 20, backoff: { type: 'exponential', delay: 1000 } },
      inputSchema: [
        { name: 'plan', type: 'text', required: true },
        { name: 'collection', type: 'text', required: true },
        { name: 'document', type: 'text', required: true },
        { name: 'digest', type: 'text', required: true },
        { name: 'approvals', type: 'json', required: true },
      ],
      handler: async ({ req }) => {
        await runDuePlans(req.payload)
        return { output: {} }
      },
    },
  ],
}
