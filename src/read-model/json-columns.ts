/** What is in the JSON columns of the read model: written by older versions too, and read with a guard. */
export type Json<_Column extends string> = unknown
