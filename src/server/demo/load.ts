import type { Payload } from 'payload'
export async function loadDemo(_: { payload: Payload; dataDirectory: string }): Promise<void> {}
