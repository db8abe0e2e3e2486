/** What is in the JSON columns of the tables; one that is not named here is unknown, and read with a guard. */
interface JsonColumns {
  'public.newsroom_texts.contributors': string[]
  'public.newsroom_texts.signed_off': string[]
  'public.newsroom_texts.signers': string[]
  'public.reference_proposals.after': Record<string, unknown>
  'public.reference_proposals.before': Record<string, unknown>
  'public.workflow_plans.approvals': string[]
  'public.workflow_states.contributors': string[]
  'public.workflow_trash.contributors': string[]
}

export type Json<Column extends string> = Column extends keyof JsonColumns
  ? JsonColumns[Column]
  : unknown
