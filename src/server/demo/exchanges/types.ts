/** Help asked of another member. Days are counted back from today; a later step is a smaller number. */
export type DemoExchange = {
  readonly key: string
  readonly requester: string
  readonly helper: string
  readonly title: string
  readonly need: string
  readonly hours: number
  readonly amount: number
  readonly asked: number
  readonly end: DemoEnd
}

type Judged = {
  accepted: number
  delivered: number
  judged: number
  rating: number
  comment: string
  by?: 'staff'
}

/** How far it went. */
export type DemoEnd =
  | { state: 'asked' }
  | { state: 'short'; tried: number }
  | { state: 'declined'; on: number }
  | { state: 'cancelled'; accepted?: number; on: number; by: 'requester' | 'helper' }
  | { state: 'expired'; accepted?: number }
  | { state: 'accepted'; accepted: number }
  | { state: 'delivered'; accepted: number; delivered: number }
  | ({ state: 'settled' } & Judged)
  | ({ state: 'disputed' } & Judged)
  | ({ state: 'released'; on: number } & Judged)
