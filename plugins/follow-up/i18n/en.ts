import { formatNumber, plural, type SameShape } from '@/core/lang'
import type { fr } from './fr'

const n = (count: number) => formatNumber(count, 'en')
const many = (count: number, one: string, other: string) => plural('en', count, { one, other })

export const en: SameShape<typeof fr> = {
  panel: {
    title: 'Follow-up',
    empty: 'No conversation noted. After a call or a meeting, one sentence is enough.',
    all: 'The whole log',
    add: 'Note a conversation',
    by: (who: string) => `noted by ${who}`,
    program: 'the program',
    reminder: 'E-mail sent: no news for a while.',
  },
  form: {
    channel: 'Channel',
    said: 'What was said',
    saidHint: 'For the team alone. The person does not read this log, but may ask for a copy: keep to facts.',
    next: 'Call back on',
    nextHint: 'Empty: nothing planned.',
    submit: 'Note the conversation',
    done: 'Noted.',
    doneNext: 'Noted, and on the list of calls.',
  },
  channels: {
    phone: 'phone',
    mail: 'e-mail',
    visit: 'in person',
    video: 'video call',
    message: 'text message',
    other: 'other',
    reminder: 'reminder',
  },
  list: {
    title: 'Follow-up',
    lead: 'Whom to call back, and when.',
    views: 'Calls',
    due: 'To do',
    coming: 'To come',
    done: 'Done',
    whose: 'Whose',
    everyones: 'everybody’s',
    mine: 'mine',
    show: 'Show',
    count: (count: number) => `${n(count)} ${many(count, 'call', 'calls')}`,
    person: 'Person',
    said: 'Last conversation',
    when: 'When',
    owner: 'By',
    act: 'Act',
    states: { overdue: 'overdue', due: 'today', coming: 'to come', done: 'done' },
    postponed: (times: number) => `put off ${n(times)} ${many(times, 'time', 'times')}`,
    doneBy: (who: string) => `by ${who}`,
    finish: 'Done',
    finishOf: (who: string) => `Done: call to ${who}`,
    finished: 'The call is done.',
    postpone: 'Put off…',
    postponeTo: 'Put off until',
    postponeSubmit: 'Put off',
    moved: (day: string) => `The call is put off until ${day}.`,
    take: 'I take it',
    taken: 'This call is yours.',
    empty: 'Nothing to do here',
    emptyText: 'Calls come from the conversations you note on somebody’s file.',
    silent: 'Silent members',
    people: 'See the people',
  },
  log: {
    title: (name: string) => `Follow-up of ${name}`,
    count: (count: number) => `${n(count)} ${many(count, 'conversation', 'conversations')}`,
    file: 'Open the file',
    next: (day: string) => `To be called back on ${day}`,
    settled: 'Call done',
  },
  silent: {
    title: 'Silent members',
    lead: (days: number) => `They have not signed in for ${n(days)} ${many(days, 'day', 'days')} or more.`,
    count: (count: number) => `${n(count)} ${many(count, 'silent member', 'silent members')}`,
    person: 'Person',
    seen: 'Last visit',
    never: 'never',
    contacted: 'Last reminder',
    notYet: '–',
    choose: 'Whom to write to?',
    chooseHint: (days: number) =>
      `Whoever was reminded less than ${n(days)} ${many(days, 'day', 'days')} ago cannot be again.`,
    recently: (when: string) => `reminded ${when}`,
    lastSeen: (when: string) => `seen ${when}`,
    lastSeenNever: 'never signed in',
    submit: 'Write to the people ticked…',
    empty: 'Nobody is silent',
    emptyText: 'All members have signed in lately. Good news.',
    emptyAct: 'Back to follow-up',
    confirmTitle: (count: number) =>
      many(count, 'Write to this person?', `Write to these ${n(count)} people?`),
    confirmLead:
      'Each receives the e-mail below, and the reminder is noted in their log. An e-mail that has left cannot be taken back.',
    confirmSubmit: (count: number) => many(count, 'Send the e-mail', `Send the ${n(count)} e-mails`),
    back: 'Back to the list',
    sent: (sent: number, left: number) =>
      `${n(sent)} ${many(sent, 'e-mail has left', 'e-mails have left')}.${
        left > 0
          ? ` ${n(left)} ${many(left, 'person was', 'people were')} left out: reminded already, or back meanwhile.`
          : ''
      }`,
    none: 'No e-mail has left: these people were reminded already, or are back.',
  },
  todo: {
    due: (count: number) => many(count, 'Somebody to call back', `${n(count)} people to call back`),
  },
  mail: {
    subject: 'How are you?',
    hello: (name: string) => `Hello ${name},`,
    text: 'We have not come across you on the extranet for a while, and wanted to hear how you are.',
    help: 'Is something in the way, do you have a question or a wish? Reply to this e-mail: a person will read it.',
    act: 'Back to my extranet',
    bye: 'Kind regards,',
    signature: 'The association’s team',
  },
  reasons: {
    'follow-up.not-allowed':
      'This log is for staff in charge of applications, and never for the person it is about.',
    'follow-up.said-missing': 'Write what was said, even in one sentence.',
    'follow-up.wrong-channel': 'Choose by which channel you spoke.',
    'follow-up.wrong-date': 'Choose a date to come, within a year.',
    'follow-up.unknown': 'This conversation or this person does not exist any more. Go back to the list.',
    'follow-up.changed': 'Somebody else has seen to it meanwhile: the list is up to date.',
    'follow-up.nobody': 'Tick at least one person.',
  },
}
