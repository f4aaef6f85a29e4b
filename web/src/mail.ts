import type { EmailAdapter } from 'payload'

/** The shop has no mail server: what Payload would send, such as a new password's link, is written to the log. */
export const mailToLog: EmailAdapter = ({ payload }) => ({
  name: 'log',
  defaultFromAddress: 'shop@example.com',
  defaultFromName: 'Sanguine shop',
  sendEmail: async (message) => {
    payload.logger.info({
      msg: `Mail to ${String(message.to)}: ${message.subject}`,
      text: message.text ?? message.html,
    })
  },
})
