import { traced } from '../trace'

type Options = {
  everyMs: number
  /** How long a wake waits, so that several make one run. */
  delayMs?: number
  onError: (error: unknown) => void
}

/** Background work that never overlaps itself: runs at least every `everyMs`, and soon after `wake()`. */
export class Loop {
  #timer: NodeJS.Timeout | undefined
  /** When the timer set will fire; the sooner of two wishes wins. */
  #due = Number.POSITIVE_INFINITY
  #running: Promise<void> | undefined
  #again = false
  #started = false

  constructor(
    private readonly work: () => Promise<void>,
    private readonly options: Options,
  ) {}

  start(): void {
    if (this.#started) return
    this.#started = true
    this.#schedule(0)
  }

  /** Runs soon; once more after the present run when there is one. Does nothing before `start`. */
  wake(): void {
    if (!this.#started) return
    if (this.#running) this.#again = true
    else this.#schedule(this.options.delayMs ?? 0)
  }

  /** No run begins any more; resolves when the present one has ended. */
  async stop(): Promise<void> {
    this.#started = false
    clearTimeout(this.#timer)
    await this.#running
  }

  #schedule(delay: number): void {
    const due = performance.now() + delay
    if (due >= this.#due) return
    clearTimeout(this.#timer)
    this.#due = due
    this.#timer = setTimeout(() => this.#run(), delay)
    this.#timer.unref()
  }

  #run(): void {
    this.#due = Number.POSITIVE_INFINITY
    this.#again = false
    // A wake comes from within a request: what runs is not that request's.
    this.#running = traced({}, this.work)
      .catch(this.options.onError)
      .finally(() => {
        this.#running = undefined
        if (this.#started) this.#schedule(this.#again ? (this.options.delayMs ?? 0) : this.options.everyMs)
      })
  }
}
