import type Stripe from 'stripe'

/*
 * The stories of money, and where each is cut. Known to the process that lives them and to the test that checks.
 */

export const STORIES = ['card', 'late', 'hand', 'leave', 'leave-by-hand'] as const
/**
 * card: a fee by card, told by the webhook. late: the same, whose seat was lost meanwhile, so that it is given back.
 * hand: a fee in cash. leave: a member who paid by card leaves. leave-by-hand: one who paid in cash, and is given it back.
 */
export type Story = (typeof STORIES)[number]

/** A write of a story (`membership on payment.recorded: create memberships #1`), and on which side of it all ends. */
export type Cut = { point: string; side: 'before' | 'after' }

/** One person, one story, one cut. */
export type Lane = {
  name: string
  story: Story
  person: string
  application: string
  /** Page at Stripe on which the fee was, or is to be, paid. */
  session: string | null
  /** What Stripe tells. */
  event: Stripe.Event | null
  day: string
  cut: Cut | null
}

/** What stands of a lane. */
export type Book = {
  file: string
  standing: string
  /** Of the seat in the person's name; null without. */
  seat: string | null
  memberships: string[]
  payments: number
  /** Rows that say that the money goes, or went, back: of the card, and of the membership. */
  cardRefunds: string[]
  refunds: number
  receipts: number[]
  mails: Record<string, number>
  /** TS in the person's account; null without one. */
  ts: number | null
  signIns: number
  inLine: number
}

export type Books = {
  lanes: Record<string, Book>
  /** Findings of the program's own audits, as text. */
  seats: string[]
  receipts: string[]
  ledger: string[]
  /** What is still on its way. */
  waiting: string[]
}
