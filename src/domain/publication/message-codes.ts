/** Every message a publication can show on a step, with its params. Words: `text/publication.ts`. */
export type PublicationMessageCode =
  | 'certification.certified' // artefact, digest
  | 'certification.found' // artefact, since
  | 'certification.awaitsReview' // count
  | 'certification.exceptionApproved' // actor
  | 'certification.exceptionStands' // artefact, actor, since
  | 'provisioning.copied' // region, bytes
  | 'provisioning.found' // region, count, since?
  | 'provisioning.waiting' // region, reason
  | 'package.made' // digest
  | 'package.found' // digest, since
  | 'lead.skipped'
  | 'lead.registered' // destination, token
  | 'lead.failed' // destination, answer
  | 'preview.open'
  | 'signOff.waiting'
  | 'signOff.reminded' // number
  | 'address.waiting'
  | 'address.reminded' // number
  | 'address.provided' // actor
  | 'address.missing' // days
  | 'goLive.accepted' // actor
  | 'goLive.scheduled' // actor, notBefore
  | 'goLive.voted' // actor, votes, needed
  | 'goLive.withdrawn' // actor
  | 'goLive.nowLive'
  | 'cancel.accepted' // actor, reason
  | 'cancel.byOperator'
  | 'cancel.notBeforeSignOff' // why cancel is not possible in the current state
  | 'cancel.notAfterGoLive'
  | 'cancel.never'
  | 'review.waiting' // id
  | 'review.reminded' // number
  | 'review.boardAway' // reason
  | 'review.notRecorded' // reason
  | 'review.approved' // actor
  | 'review.changesRequested' // actor
  | 'review.comment' // actor, requestId, text, path, line
  | 'review.moreComments' // count
  | 'review.commentsDropped' // count
  | 'message.malformed' // name, problem
  | 'message.undecodable' // name
  | 'message.unknown' // name
  | 'message.otherPublication' // name, publicationId
  | 'message.wrongState' // name, expected, current
  | 'message.alreadyDecided' // name
  | 'message.alreadyVoted' // actor
  | 'message.dateHasPassed' // notBefore
  | 'message.goLiveScheduled' // notBefore
  | 'message.canceling' // name
  | 'message.ended' // name, current
  | 'mail.failed' // event, reason
  | 'failure.dependency' // activity, reason
  | 'failure.own' // activity
  | 'failure.ownCause'; // cause
