import type { EmailAdapter } from 'payload'

/** Mail as long as no mail server is configured: it is written where the product writes its log. */
export const consoleMail: EmailAdapter<void> = () => ({
  name: 'console',
  defaultFromAddress: 'no-reply@berufsbild.example',
  defaultFromName: 'Berufsbild',
  sendEmail: (message: object) => {
    const [to, subject, text, html] = ['to', 'subject', 'text', 'html'].map(
      (part): unknown => Reflect.get(message, part) ?? '',
    )
    console.log(`Mail to ${JSON.stringify(to)}: ${String(subject)}\n${String(text || html)}`)
    return Promise.resolve()
  },
})
