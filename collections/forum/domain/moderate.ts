import type { TopicState } from './rules'
import { REASON_MAX } from './rules'

/** An act of moderation with what it needs. */
export type TopicAct =
  | { act: 'hide'; reason: string }
  | { act: 'show' | 'lock' | 'unlock' | 'pin' | 'unpin' }
  | { act: 'move'; category: string }
export type ReplyAct = Extract<TopicAct, { act: 'hide' }> | { act: 'show' }

export type Hiding = { hidden: boolean; hiddenReason: string | null; hiddenBy: string | null }
export type TopicChange = Partial<Pick<TopicState, 'locked' | 'pinned' | 'category'> & Hiding>

type Outcome<C> = { change: C } | { already: true } | { reason: 'forum.reason-missing' }

/** What the act changes of a topic; `already` when it stands so, which is no error: somebody was faster. */
export function moderateTopic(topic: TopicState, act: TopicAct, actor: string): Outcome<TopicChange> {
  switch (act.act) {
    case 'hide':
    case 'show':
      return moderateReply(topic, act as ReplyAct, actor)
    case 'lock':
    case 'unlock':
      return to(topic.locked, act.act === 'lock', (locked) => ({ locked }))
    case 'pin':
    case 'unpin':
      return to(topic.pinned, act.act === 'pin', (pinned) => ({ pinned }))
    case 'move':
      return to(topic.category, act.category, (category) => ({ category }))
  }
}

/** Hiding needs a reason, which its author reads; showing again forgets it. */
export function moderateReply(message: { hidden: boolean }, act: ReplyAct, actor: string): Outcome<Hiding> {
  if (act.act === 'show')
    return to(message.hidden, false, (hidden) => ({ hidden, hiddenReason: null, hiddenBy: null }))
  const reason = act.reason.replace(/\s+/g, ' ').trim().slice(0, REASON_MAX)
  if (reason.length < 3) return { reason: 'forum.reason-missing' }
  return to(message.hidden, true, (hidden) => ({ hidden, hiddenReason: reason, hiddenBy: actor }))
}

const to = <V, C>(from: V, wanted: V, change: (value: V) => C): { change: C } | { already: true } =>
  from === wanted ? { already: true } : { change: change(wanted) }
