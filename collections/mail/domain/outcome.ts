/** What a failed sending tells. The fields are those of nodemailer's errors. */
export type SmtpFailure = { code?: string; responseCode?: number; command?: string }

/**
 * - `refused`: this mail will never be taken (RFC 5321 § 4.2.1, 5yz): given up, staff is shown it.
 * - `later`: this mail may be taken later (4yz, greylisting): tried again.
 * - `service`: the server could not be used at all (connection, TLS, sign-in, our sender address): nothing
 *   is said about this mail, and there is no use in offering the next one now.
 */
export type Outcome = 'refused' | 'later' | 'service'

/** Sign-in or encryption is wanted or wrong, whichever command was told so (RFC 4954 § 6). */
const ABOUT_SIGNING_IN = new Set([530, 534, 535, 538])
/** The server closes the channel (RFC 5321 § 3.8). */
const CLOSING = 421
/** Bad sequence of commands: the session was in the wrong state, not the mail. */
const OUT_OF_STEP = 503
/** The mail is too big; may be told at MAIL FROM already (RFC 1870 § 6). */
const TOO_BIG = 552

export function outcomeOf({ code, responseCode, command }: SmtpFailure): Outcome {
  if (responseCode === undefined) {
    // An address nodemailer itself will not offer, or a mail beyond the size the server announced.
    return code === 'EENVELOPE' || code === 'EMESSAGE' ? 'refused' : 'service'
  }
  if (ABOUT_SIGNING_IN.has(responseCode) || responseCode === CLOSING || responseCode === OUT_OF_STEP)
    return 'service'
  if (code === 'EAUTH') return 'service'
  const aboutTheMail = command === 'RCPT TO' || command === 'DATA' || responseCode === TOO_BIG
  if (!aboutTheMail) return 'service'
  return responseCode >= 500 ? 'refused' : 'later'
}
