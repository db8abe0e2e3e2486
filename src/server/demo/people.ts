import type { Role } from '#model/roles.ts'

/** The people of the demo. All sign in with one password. */
export const demoPeople: readonly { email: string; name: string; role: Role }[] = [
  { email: 'admin@berufsbild.example', name: 'Demo Verwaltung', role: 'admin' },
  { email: 'editor@berufsbild.example', name: 'Demo Redaktion 1', role: 'editor' },
  { email: 'editor2@berufsbild.example', name: 'Demo Redaktion 2', role: 'editor' },
  { email: 'author@berufsbild.example', name: 'Demo Autor/in 1', role: 'author' },
  { email: 'author2@berufsbild.example', name: 'Demo Autor/in 2', role: 'author' },
]
