#include "hub/exchange.h"

#include "hub/changeapplier.h"
#include "hub/orders.h"
#include "hub/puller.h"
#include "hub/secret.h"
#include "wire/json.h"

#include <QRegularExpression>

namespace doorstep::hub {

using base::ErrorCode;
using base::fail;
using wire::ChangeResult;
using wire::ExchangeReply;
using wire::ExchangeRequest;
using wire::Outcome;

namespace {

// The time of the last contact is written at most this often, so that an exchange without news flushes nothing.
constexpr qint64 kContactMilliseconds = 60'000;

bool isDigest(const QByteArray& text)
{
    static const QRegularExpression digest(QStringLiteral("\\A[0-9a-f]{64}\\z"));
    return digest.match(QString::fromLatin1(text)).hasMatch();
}

Status checkEpoch(const EpochState& state, const ExchangeRequest& request)
{
    if (request.nextN < 1)
        return fail(ErrorCode::BadRequest, QStringLiteral("an exchange says which number the next save gets"),
                    QStringLiteral("next_n"));
    if (state.lastN >= request.nextN)
        return fail(ErrorCode::EpochStale, QStringLiteral("the hub holds change %1 already").arg(state.lastN),
                    QStringLiteral("epoch"));
    // A device never takes back what it confirmed, however many saves it has made since.
    if (request.confirmedThrough < state.confirmed)
        return fail(ErrorCode::EpochStale,
                    QStringLiteral("results up to %1 were confirmed already").arg(state.confirmed),
                    QStringLiteral("epoch"));
    if (request.batch && !isDigest(request.batch->digest))
        return fail(ErrorCode::BadRequest, QStringLiteral("a batch needs its SHA-256 in small hexadecimal digits"),
                    QStringLiteral("digest"));
    return {};
}

/// What a device is told of a change that it has sent before.
ChangeResult again(ChangeResult stored)
{
    if (stored.outcome == Outcome::Ok)
        stored.outcome = Outcome::Duplicate;
    return stored;
}

/// Numbers that came before with other content: a phone restored from a copy counts over what it has forgotten, and
/// to take its saves for resends would lose them.
Status checkContent(const StoredResults& stored, const wire::Batch& batch)
{
    for (const wire::Change& change : batch.changes) {
        const auto same = stored.constFind(change.n);
        if (same != stored.cend() && !same->content.isEmpty() && same->content != hashOf(wire::changeToBytes(change)))
            return fail(ErrorCode::EpochStale, QStringLiteral("the hub holds another change %1").arg(change.n),
                        QStringLiteral("epoch"));
    }
    return {};
}

void count(const ChangeResult& result, ExchangeCounts& counts)
{
    ++counts.changes;
    counts.duplicates += result.outcome == Outcome::Duplicate ? 1 : 0;
    counts.merged += result.outcome == Outcome::Merged ? 1 : 0;
    counts.held += result.outcome == Outcome::Held ? 1 : 0;
    counts.quarantined += result.outcome == Outcome::Quarantined ? 1 : 0;
}

} // namespace

Result<ExchangeReply> ExchangeHandler::handle(const Sender& from, const ExchangeRequest& request,
                                              ExchangeCounts& counts)
{
    const auto reading = m_store.read();
    DOORSTEP_TRY_ASSIGN(const CursorCodec codec, this->codec(*reading));
    std::optional<Cursor> cursor;
    if (!request.cursor.isEmpty()) {
        DOORSTEP_TRY_ASSIGN(cursor, codec.fromText(request.cursor));
        DOORSTEP_TRY(checkCursor(*reading, *cursor));
    }
    DOORSTEP_TRY_ASSIGN(const EpochState state, reading->devices().epoch(from.device.number, request.epoch));
    DOORSTEP_TRY(checkEpoch(state, request));
    Sender sender = from;
    sender.epoch = request.epoch;
    sender.knownSeq = cursor ? cursor->seq : 0;
    sender.lateThrough = cursor ? cursor->lateThrough : 0;

    ExchangeReply reply;
    reply.safeThrough = state.safe;
    // A device that starts anew, or was told of more than is here, learns what is: the hub may have been restored from
    // a backup. What it held before this batch counts.
    if (!cursor || request.confirmedThrough > state.lastN) {
        DOORSTEP_TRY_ASSIGN(reply.lastN, reading->devices().lastNs(from.device.number));
    }
    DOORSTEP_TRY_ASSIGN(const bool isDue, isWriteDue(*reading, sender, request, state));
    std::unique_ptr<HubTransaction> writing;
    if (isDue) {
        DOORSTEP_TRY_ASSIGN(writing, m_store.begin());
        DOORSTEP_TRY_ASSIGN(reply.results, write(*writing, sender, request, counts));
    }
    // The connection that wrote the batch has its pages at hand: the pull passes over all of it.
    DOORSTEP_TRY(pull(writing ? *writing : *reading, codec, sender, cursor, reply));
    sender.device.erasedThrough = std::max(sender.device.erasedThrough, request.erasedThrough);
    DOORSTEP_TRY_ASSIGN(reply.orders, Orders(*reading).of(sender.device, sender.account));
    DOORSTEP_TRY_ASSIGN(reply.listsTag, m_lists.tag(*reading));
    reply.schema = domain::kSchemaVersion;
    reply.hubTime = m_clock.now().utcMilliseconds();
    return reply;
}

Status ExchangeHandler::checkCursor(HubTransaction& transaction, const Cursor& cursor) const
{
    DOORSTEP_TRY_ASSIGN(const qint64 seq, transaction.records().seq());
    if (cursor.seq > seq)
        return fail(ErrorCode::CursorGone, QStringLiteral("the cursor is ahead of the hub"), QStringLiteral("cursor"));
    DOORSTEP_TRY_ASSIGN(const QByteArray purged, transaction.meta(metakey::purgedSeq));
    // Whoever began after the tombstone never had the record.
    if (std::max(cursor.seq, cursor.completeUntil) < purged.toLongLong())
        return fail(ErrorCode::CursorGone, QStringLiteral("tombstones this device has not seen are gone"),
                    QStringLiteral("cursor"));
    return {};
}

Result<CursorCodec> ExchangeHandler::codec(HubTransaction& transaction) const
{
    DOORSTEP_TRY_ASSIGN(QByteArray epoch, transaction.meta(metakey::hubEpoch));
    DOORSTEP_TRY_ASSIGN(QByteArray key, transaction.meta(metakey::cursorKey));
    if (epoch.isEmpty() || key.isEmpty())
        return fail(ErrorCode::Corrupt, QStringLiteral("the hub was not initialised completely"));
    return CursorCodec(std::move(epoch), std::move(key));
}

Result<bool> ExchangeHandler::isWriteDue(HubTransaction& reading, const Sender& sender, const ExchangeRequest& request,
                                         const EpochState& state) const
{
    if (request.batch || request.confirmedThrough > state.confirmed || isContactDue(sender.device, request))
        return true;
    DOORSTEP_TRY_ASSIGN(const auto late, reading.devices().late(sender.device.number, sender.epoch));
    return !late.empty() && late.front().place <= sender.lateThrough;
}

bool ExchangeHandler::isContactDue(const Device& device, const ExchangeRequest& request) const
{
    return !device.lastContact || device.waiting != request.waiting || device.oldestWaiting != request.oldestWaiting ||
           device.schema != request.schema || request.erasedThrough > device.erasedThrough ||
           m_clock.now().utcMilliseconds() - device.lastContact->utcMilliseconds() >= kContactMilliseconds;
}

Result<ExchangeHandler::Results> ExchangeHandler::write(HubTransaction& transaction, const Sender& sender,
                                                        const ExchangeRequest& request, ExchangeCounts& counts)
{
    const DeviceNumber number = sender.device.number;
    // Read again under the lock: another process may serve the same device.
    DOORSTEP_TRY_ASSIGN(EpochState state, transaction.devices().epoch(number, request.epoch));
    DOORSTEP_TRY(checkEpoch(state, request));
    DOORSTEP_TRY(noteContact(transaction, sender.device, request));
    state.confirmed = std::max(state.confirmed, std::min(request.confirmedThrough, state.lastN));
    Results results;
    if (request.batch) {
        DOORSTEP_TRY_ASSIGN(results, apply(transaction, sender, *request.batch, state, counts));
    }
    DOORSTEP_TRY(transaction.devices().forget({number, request.epoch, state.confirmed}));
    DOORSTEP_TRY(transaction.devices().forgetLate(number, request.epoch, sender.lateThrough));
    DOORSTEP_TRY(transaction.devices().setEpoch(number, request.epoch, state));
    DOORSTEP_TRY(transaction.commit());
    return results;
}

Status ExchangeHandler::noteContact(HubTransaction& transaction, Device device, const ExchangeRequest& request)
{
    if (!isContactDue(device, request))
        return {};
    device.lastContact = m_clock.now();
    device.waiting = request.waiting;
    device.oldestWaiting = request.oldestWaiting;
    device.schema = request.schema;
    // Places are seqs: a phone that speaks of an earlier life of this hub must not confirm what is still to come.
    DOORSTEP_TRY_ASSIGN(const qint64 seq, transaction.records().seq());
    device.erasedThrough = std::max(device.erasedThrough, std::min(request.erasedThrough, seq));
    return transaction.devices().update(device);
}

Result<ExchangeHandler::Results> ExchangeHandler::apply(HubTransaction& transaction, const Sender& sender,
                                                        const wire::Batch& batch, EpochState& state,
                                                        ExchangeCounts& counts)
{
    Results results;
    if (batch.changes.empty())
        return results;
    DeviceTable& devices = transaction.devices();
    const ChangeKey first{sender.device.number, sender.epoch, batch.changes.front().n};
    const ChangeKey last{sender.device.number, sender.epoch, batch.changes.back().n};
    StoredResults stored;
    if (first.n <= state.lastN) {
        DOORSTEP_TRY_ASSIGN(stored, devices.results(first, last.n));
    }
    DOORSTEP_TRY(checkContent(stored, batch));
    DOORSTEP_TRY_ASSIGN(const QByteArray digest, devices.digest(last));
    if (!digest.isEmpty() && digest != batch.digest)
        return fail(ErrorCode::BatchMutated, QStringLiteral("the batch up to %1 came with another body").arg(last.n),
                    QStringLiteral("digest"));
    DOORSTEP_TRY_ASSIGN(const domain::SyncRules rules, m_lists.rules(transaction));
    // One moment for the whole batch: to ask the machine for it costs as much as some changes do.
    const base::FixedClock moment(m_clock.now());
    ChangeApplier applier(transaction, moment, rules);
    StoredResults fresh;
    for (const wire::Change& change : batch.changes) {
        ChangeResult result{change.n, Outcome::Duplicate, {}, {}, {}, {}, {}};
        if (const auto same = stored.constFind(change.n); same != stored.cend()) {
            result = again(same->result);
        } else if (change.n > state.confirmed) {
            // A number below the last one that left no result was never sent: a batch may overtake another.
            DOORSTEP_TRY_ASSIGN(result, applier.apply(sender, change));
            fresh.insert(change.n, {result, hashOf(wire::changeToBytes(change))});
        }
        count(result, counts);
        results.push_back(std::move(result));
    }
    state.lastN = std::max(state.lastN, last.n);
    if (!fresh.empty())
        DOORSTEP_TRY(devices.addBatch(last, batch.digest, fresh));
    DOORSTEP_TRY(applier.finish());
    return results;
}

Status ExchangeHandler::pull(HubTransaction& transaction, const CursorCodec& codec, const Sender& sender,
                             std::optional<Cursor> cursor, ExchangeReply& reply)
{
    DOORSTEP_TRY_ASSIGN(const domain::SyncRules rules, m_lists.rules(transaction));
    DOORSTEP_TRY_ASSIGN(Page page, Puller(transaction, sender, m_clock.now(), rules.pageRecords).pull(cursor));
    reply.records = std::move(page.records);
    reply.more = page.more;
    reply.remaining = cursor->remaining;
    DOORSTEP_TRY_ASSIGN(const auto late, transaction.devices().late(sender.device.number, sender.epoch));
    for (const LateResult& each : late) {
        reply.results.push_back(each.result);
        cursor->lateThrough = each.place;
    }
    reply.cursor = codec.toText(*cursor);
    return {};
}

} // namespace doorstep::hub
