/** Somebody of the demo: nobody real. Skills are few words each; texts are in the person's own voice. */
export type DemoPerson = {
  /** How other files of the demo name them. */
  readonly key: string
  readonly name: string
  /** Trade in one line. */
  readonly headline: string
  readonly presentation: string
  readonly skills: readonly string[]
  readonly town: string
  readonly website?: string
  /** Absent: first name and name at demo.example. */
  readonly email?: string
  readonly lang?: 'fr' | 'en'
  /** Why they wish to join; absent: one of the usual reasons. */
  readonly motives?: string
}
