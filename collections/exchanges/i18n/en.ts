import type { SameShape } from '@/core/lang'
import type { fr } from './fr'

const many = (n: number, one: string, other: string): string => (n === 1 ? one : other)

/** Texts of mutual help, in English. */
export const en: SameShape<typeof fr> = {
  title: 'Mutual help',
  lead: 'Ask another member for a hand, or give yours: it all counts in TS, never in euros.',
  ask: 'Ask for help',
  menu: 'Mutual help',
  list: {
    todo: 'Your turn',
    running: 'Under way',
    past: 'Recently ended',
    all: 'All exchanges',
    allPast: 'See all ended exchanges',
    emptyTitle: 'No exchange yet',
    empty: 'A quote to proofread, a website to mend, a language to practise: someone here knows how.',
    noneFound: 'No exchange matches these filters.',
    clear: 'See all my exchanges',
    nothingTodo: 'Nothing awaits you. What is under way moves on the other side.',
    state: 'State',
    anyState: 'Any state',
    over: 'Ended (all)',
    side: 'Your part',
    anySide: 'Any',
    asRequester: 'I ask',
    asHelper: 'I help',
    with: 'With',
    subject: 'Subject',
    cost: 'Cost',
    since: 'Since',
    count: (n) => (n === 1 ? '1 exchange' : `${n} exchanges`),
  },
  form: {
    title: 'Ask for help',
    chooseTitle: 'Who could help you?',
    chooseLead: 'Search for a skill, a name or a town, then choose a person.',
    search: 'Search for a member',
    found: 'Members found',
    everyone: 'See the whole directory',
    suggestions: 'Some members',
    none: 'Nobody matches this search.',
    noneHint: 'Try a shorter word, or another skill.',
    choose: 'Ask',
    chooseWhom: (name) => `Ask ${name}`,
    yourself: 'you',
    to: (name) => `Ask ${name} for help`,
    other: 'Choose someone else',
    back: 'Back to mutual help',
    subject: 'In one line, what is it about?',
    subjectHint: 'For example: proofread my service contract.',
    need: 'What should be done?',
    needHint: 'What you expect, by when, and what you already have.',
    hours: 'Expected length',
    hoursHint: 'In hours, by half hours: 1.5 for an hour and a half.',
    amount: 'What you offer',
    amountHint: 'The guide: 5 TS for 3 hours. The two of you decide.',
    send: (name) => `Send my request to ${name}`,
    sendNote: 'Nothing is held until the person has accepted.',
    funds: (n) => `You have ${n} TS available.`,
    noFunds:
      'You have no TS available. You can still ask: they will be needed when your request is accepted.',
    errors: {
      title: 'Say in one line what it is about (3 to 120 characters).',
      need: 'Describe what you need in a few sentences (10 to 4000 characters).',
      hours: 'Give a length of at least half an hour, by half hours: 0.5, 1, 1.5…',
      amount: (max) => `Give a whole number of TS, from 1 to ${max}.`,
      rating: 'Choose a rating from 1 to 5.',
      comment: 'Keep the comment under 2000 characters.',
    },
    sent: (name) => `Your request is sent. ${name} is told by e-mail.`,
  },
  sentence: {
    askedHelper: (other) => `${other} asks you for help: it is your turn to answer.`,
    askedRequester: (other) => `Your request is sent. ${other} has not answered yet.`,
    accepting: 'The acceptance is under way: the TS are being held.',
    shortRequester: (other, n) =>
      `${other} agrees, but you lack TS: ${n} must be available for the acceptance to go through.`,
    shortHelper: (other) =>
      `You agree, but ${other} does not have enough TS available yet. Try again a little later.`,
    acceptedHelper: (other, n) =>
      `${n} TS ${many(n, 'is', 'are')} held for you. Once you have given your help, say so here and ${other} can evaluate it.`,
    acceptedRequester: (other, n) =>
      `${other} has accepted. ${n} TS ${many(n, 'is', 'are')} held on your account until you evaluate.`,
    deliveredRequester: (other, days) =>
      days < 1
        ? `${other} awaits your evaluation.`
        : `${other} has been awaiting your evaluation for ${days} ${many(days, 'day', 'days')}.`,
    deliveredHelper: (other) =>
      `The help is given. ${other} is invited to evaluate it; you then receive the TS.`,
    evaluated: 'The evaluation is recorded; the TS are on their way.',
    settledHelper: (other, n) => `${other} has given you ${n} TS. Thank you for your help.`,
    settledRequester: (other, n) => `You have given ${n} TS to ${other}. The exchange is over.`,
    disputed: 'The evaluation reports a problem: staff is looking at the exchange, the TS stay held.',
    releasedRequester: (n) =>
      `The exchange ends without payment. The ${n} TS ${many(n, 'is', 'are')} available again.`,
    releasedHelper: 'The exchange ends without payment, after a review by staff.',
    declinedRequester: (other) => `${other} cannot help you this time. Nothing was debited.`,
    declinedHelper: 'You have declined this request.',
    cancelled: 'The exchange is cancelled. No TS have moved.',
    freeing: 'The held TS are being given back.',
    expired: 'The deadline has passed: the exchange ended by itself, no TS have moved.',
    staff: (requester, helper) => `Exchange between ${requester} (requester) and ${helper} (helper).`,
  },
  short: {
    asked: 'request sent',
    answer: 'your turn to answer',
    deliver: 'your turn to help, then to say so here',
    evaluate: 'awaits your evaluation',
  },
  act: {
    accept: (n) => `Accept to help for ${n} TS`,
    acceptNote: (other, n) =>
      `${n} TS of ${other}’s will be held at once, and paid into your account after the evaluation.`,
    decline: 'Decline…',
    declineQuestion: 'Decline this request?',
    declineConsequence: (other) => `${other} will be told and can ask someone else.`,
    declineConfirm: 'Decline the request',
    deliver: 'I have given my help',
    deliverNote: (other) =>
      `${other} will be invited to evaluate. The exchange can no longer be cancelled then.`,
    cancel: 'Cancel the exchange…',
    cancelQuestion: 'Cancel this exchange?',
    cancelConsequence: 'The other person will be told. This cannot be undone.',
    cancelHeld: (n) =>
      `The ${n} held TS will be given back. The other person will be told. This cannot be undone.`,
    cancelConfirm: 'Cancel the exchange',
    evaluateTitle: 'Your evaluation',
    staffEvaluateTitle: 'Evaluate in the requester’s place',
    rating: 'How did it go?',
    ratings: {
      5: '5 – beyond what was agreed',
      4: '4 – very well',
      3: '3 – as agreed',
      2: '2 – only in part',
      1: '1 – not at all',
    },
    ratingHint: 'With 1 or 2 nothing is paid: staff talks to both of you before deciding.',
    comment: 'A word on the help you received',
    commentHint: 'It will be read by the person who helped you and by staff.',
    evaluate: 'Record my evaluation',
    evaluateNote: (other, n) =>
      `From a rating of 3 up, ${n} TS ${many(n, 'is', 'are')} paid to ${other} at once. This is final.`,
    pay: (n) => `Pay ${n} TS`,
    staffNote: 'Your decision is recorded under your name. It is final.',
    release: 'Give the TS back to the requester…',
    releaseQuestion: 'Give the TS back to the requester?',
    releaseConsequence: (n) =>
      `The ${n} held TS ${many(n, 'becomes', 'become')} available to the requester again, the helper receives nothing. Both are told. This is final.`,
    releaseConfirm: 'Give the TS back',
    changeMind: 'Settled between you? Give a new rating, and the TS will be paid.',
  },
  done: {
    accept: (n) => `Accepted: ${n} TS ${many(n, 'is', 'are')} held for you.`,
    acceptPending: 'Your agreement is recorded. Holding the TS will be finished in a moment.',
    decline: 'The request is declined, the person is told.',
    deliver: 'Noted. The evaluation has just been asked for.',
    cancel: 'The exchange is cancelled, the other person is told.',
    settled: (n, other) => `Thank you. ${n} TS ${many(n, 'has', 'have')} been paid to ${other}.`,
    settling: 'Thank you. Your evaluation is recorded; the payment will be finished in a moment.',
    disputed: 'Thank you for saying so. Staff will contact you; until then the TS stay held.',
    release: 'The TS are given back to the requester. Both people are told.',
  },
  facts: {
    requester: 'Asked by',
    helper: 'Helped by',
    cost: 'Cost',
    hours: 'Expected length',
    hoursValue: (n) =>
      [Math.floor(n) > 0 && `${Math.floor(n)} h`, n % 1 > 0 && '30 min'].filter(Boolean).join(' '),
    deadline: 'Answer expected',
    deliverBy: 'Help to be given before',
    need: 'The need',
    rating: 'Evaluation',
    ratingValue: (n) => `${n} out of 5`,
    by: 'by',
    staff: 'staff',
    unknown: 'Former member',
  },
  history: {
    title: 'History',
    asked: (name) => `Asked by ${name}`,
    short: 'Acceptance put off: not enough TS',
    accepted: (name, n) => `Accepted by ${name}, ${n} TS held`,
    delivered: 'Help given',
    disputed: 'Problem reported',
    evaluated: (n) => `Evaluated: ${n} out of 5`,
    settled: (n) => `${n} TS paid`,
    declined: 'Declined',
    cancelled: 'Cancelled',
    expired: 'Ended at its deadline',
    released: 'TS given back to the requester',
    nextAccept: 'Answer',
    nextDeliver: 'Help given',
    nextEvaluate: 'Evaluation',
    nextSettle: 'Payment of the TS',
  },
  today: {
    answer: (other, title) => `${other} asks you for help: “${title}”.`,
    answerAct: 'Answer',
    deliver: (other, title) => `${other} counts on you: “${title}”.`,
    deliverAct: 'See the exchange',
    evaluate: (other, days) =>
      days < 1
        ? `${other} awaits your evaluation.`
        : `${other} has been awaiting your evaluation for ${days} ${many(days, 'day', 'days')}.`,
    evaluateAct: 'Evaluate',
    someone: 'A member',
  },
  desk: {
    title: 'Mutual help: to review',
    lead: 'Disputed exchanges, then those whose evaluation is overdue. You may evaluate in the requester’s place.',
    disputed: 'Disputed',
    silent: (days) => `Without an evaluation for more than ${days} days`,
    owing: 'Ledger entries due',
    owingLead:
      'Taken up again by themselves every minute; a line that stays here deserves a look at the log.',
    empty: 'No exchange needs a review.',
    emptyHint: 'Disputes and overdue evaluations will show here.',
    caption: 'Exchanges to review',
    open: 'Review',
    todo: (n) => (n === 1 ? 'One exchange to review' : `${n} exchanges to review`),
    between: 'Between',
    rating: 'Rating',
  },
  mails: {
    hello: (name) => `Hello ${name},`,
    open: 'See the exchange',
    asked: {
      subject: (other) => `${other} asks you for help`,
      body: (other, title, n) =>
        `${other} would like your help with “${title}” and offers ${n} TS. You can accept or decline in two clicks.`,
    },
    accepted: {
      subject: (other) => `${other} agrees to help you`,
      body: (other, title, n) =>
        `${other} has accepted your request “${title}”. ${n} TS ${many(n, 'is held on your account; it will be paid', 'are held on your account; they will be paid')} after your evaluation.`,
    },
    declined: {
      subject: (other) => `${other} cannot help you this time`,
      body: (other, title) =>
        `${other} has declined your request “${title}”. Nothing was debited; other members may well be able to help.`,
    },
    short: {
      subject: 'You lack the TS for this exchange',
      body: (other, title, n) =>
        `${other} agrees to “${title}”, but your account does not have ${n} TS available. Helping a member will bring you some; you may also agree on a lower cost by a new request.`,
    },
    delivered: {
      subject: (other) => `${other} awaits your evaluation`,
      body: (other, title, n) =>
        `${other} has helped you with “${title}”. Say how it went: the ${n} TS held will then be paid.`,
    },
    settled: {
      subject: (_other, n) => `You have just received ${n} TS`,
      body: (other, title, n) =>
        `The help you gave ${other} with “${title}” has been evaluated: ${n} TS ${many(n, 'has', 'have')} reached your account. Thank you.`,
    },
    disputed: {
      subject: 'Staff is reviewing an exchange',
      body: (_other, title) =>
        `The evaluation of “${title}” reports a problem. Staff will write to you before deciding; until then the TS stay held.`,
    },
    released: {
      subject: 'An exchange ends without payment',
      body: (_other, title, n) =>
        `After a review, the exchange “${title}” ends: the ${n} TS held ${many(n, 'is', 'are')} given back to the requester. You can answer this message to talk about it.`,
    },
    cancelled: {
      subject: (other) => `${other} has cancelled an exchange`,
      body: (other, title) => `${other} has cancelled the exchange “${title}”. No TS have moved.`,
    },
    expired: {
      subject: 'An exchange has reached its deadline',
      body: (_other, title) =>
        `The exchange “${title}” ended at its deadline. No TS have moved; a new request is still possible.`,
    },
  },
  reasons: {
    unknown: 'This exchange does not exist. You will find yours under Mutual help.',
    notYours: 'Only the two people of this exchange can act on it.',
    notYourTurn: 'This step belongs to the other person. You will be told as soon as it is done.',
    ownCounterpart: 'You have a part in this exchange: ask another member of staff to judge it.',
    self: 'Choose a member other than yourself.',
    alreadyAsked: 'This form had already sent another request. To send this one as well, confirm once more.',
    helperUnavailable: 'This person cannot receive requests at the moment. Choose someone else.',
    amountInvalid: (max) => `Give a whole number of TS, from 1 to ${max}.`,
    hoursInvalid: (max) => `Give a length from half an hour to ${max} hours, by half hours.`,
    ratingInvalid: 'Choose a rating from 1 to 5.',
    tooEarly: 'This step comes later: see below where the exchange stands.',
    tooLate: 'The exchange has moved on meanwhile: here is where it stands.',
    expired: 'The deadline has passed. Agree on a new request if the help is still useful.',
    underWay: 'The step before is being finished. Reload the page in a moment.',
    short:
      'The other person does not have enough TS available for now, and has just been told. You can accept as soon as they do.',
    accountRefused:
      'One of the two TS accounts cannot take this hold. Write to staff, who will look into it with you.',
    changed: 'The exchange changed at the same moment. Here is where it stands; try again if needed.',
  },
}
