#include "domain/kinds/conflict.h"
#include "domain/kinds/signpost.h"
#include "practicesession.h"
#include "ui/core/kindwords.h"
#include "ui/syncstatus/errortext.h"
#include "ui/syncstatus/syncviewmodel.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace doorstep;
using ui::PracticeSession;
using ui::SyncViewModel;

namespace {

domain::Person somebody(PracticeSession& practice)
{
    const QUuid id = practice.caseload().people().front().summary.person.uuid();
    return practice.session().records().get(base::Id<domain::Person>(id)).value();
}

QJsonObject heldValue(const QJsonValue& value, const QString& by)
{
    return {{QStringLiteral("value"), value}, {QStringLiteral("by"), by}};
}

/// An open conflict about a field of a person.
QUuid putConflict(PracticeSession& practice, const domain::Person& person, const QString& field,
                  const QJsonArray& values)
{
    domain::Conflict conflict;
    conflict.id = base::Id<domain::Conflict>::make(practice.clock(), practice.session().random());
    conflict.person = person.id;
    conflict.recordKind = QStringLiteral("person");
    conflict.record = base::Id<domain::AnyRecord>(person.id.uuid());
    conflict.field = field;
    conflict.open = true;
    conflict.values = QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact));
    auto transaction = sql::Transaction::begin(practice.session().store().connection());
    if (!transaction || !practice.session().records().put(*transaction, domain::toRecord(conflict)) ||
        !transaction->commit())
        qFatal("the conflict was not written");
    return conflict.id.uuid();
}

/// A conflict about the phone number of a person, between this worker and Sam.
QUuid putPhoneConflict(PracticeSession& practice, const domain::Person& person)
{
    return putConflict(practice, person, QStringLiteral("phone"),
                       {heldValue(QStringLiteral("028 9055 0124"), QStringLiteral("Sam Reid")),
                        heldValue(QStringLiteral("028 9055 0142"), practice.session().device().worker)});
}

/// The row whose lines hold these words; -1 when there is none.
int rowWith(SyncViewModel& sync, const QString& words)
{
    const int role = sync.conflictRows()->roleNames().key("text");
    for (int row = 0; row < sync.conflictCount(); ++row) {
        if (sync.conflictRows()->index(row, 0).data(role).toString().contains(words))
            return row;
    }
    return -1;
}

QVariant cell(SyncViewModel& sync, int row, const char* role)
{
    return sync.conflictRows()->index(row, 0).data(sync.conflictRows()->roleNames().key(role));
}

} // namespace

class TestSyncViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refresh_afterASave_listsWhatWaits();
    void keep_mine_keepsTheChosenValue();
    void keep_theOthers_keepsTheOthersValue();
    void keep_threeValues_listsEachWithItsButton();
    void keep_bothWordings_writesBoth();
    void oldestText_overAnHourUnsent_saysSinceWhen();
    void keep_removedAndChanged_removesOrBringsBack_data();
    void keep_removedAndChanged_removesOrBringsBack();
    void chipText_hubRefused_needsALookAndLeadsToTheField();
    void filesText_saysWhatBecomesOfPhotos();
    void explanation_duringALongPull_countsTheRecords();
    void errorText_everyCode_hasASentence();
    void kindWords_everyKind_hasNameAndPicture();
    void refresh_afterATakeUpStep_namesThePlace();
};

void TestSyncViewModel::refresh_afterASave_listsWhatWaits()
{
    PracticeSession practice;
    SyncViewModel sync(practice.session(), nullptr);
    QAbstractItemModelTester tester(sync.waitingRows());
    const int before = sync.waitingRows()->rowCount();
    auto contact =
        practice.session().newRecord(domain::kindOf<domain::Contact>(), somebody(practice).id.uuid()).value();
    contact.set(u"mode", QStringLiteral("face-to-face"));
    QVERIFY(practice.session().save(std::nullopt, contact));
    QTRY_COMPARE(sync.waitingRows()->rowCount(), before + 1);
    const int title = sync.waitingRows()->roleNames().key("title");
    QVERIFY(sync.waitingRows()->index(before, 0).data(title).toString().startsWith(QStringLiteral("Visit · ")));
    QVERIFY(!sync.canSend());
}

void TestSyncViewModel::keep_mine_keepsTheChosenValue()
{
    PracticeSession practice;
    const domain::Person person = somebody(practice);
    putPhoneConflict(practice, person);
    SyncViewModel sync(practice.session(), nullptr);
    QAbstractItemModelTester tester(sync.conflictRows());
    QVERIFY(sync.chipKind() == SyncViewModel::ChipKind::NeedsLook);
    const int count = sync.conflictCount();
    const int row = rowWith(sync, QStringLiteral("0142"));
    QVERIFY(row >= 0);
    QCOMPARE(cell(sync, row, "choices").toStringList(),
             (QStringList{QStringLiteral("Keep mine"), QStringLiteral("Keep Sam’s")}));
    sync.keep(row, 0);
    QCOMPARE(sync.conflictCount(), count - 1);
    QCOMPARE(practice.session().records().get(person.id).value().phone.value(), QStringLiteral("028 9055 0142"));
}

void TestSyncViewModel::keep_theOthers_keepsTheOthersValue()
{
    PracticeSession practice;
    const domain::Person person = somebody(practice);
    putPhoneConflict(practice, person);
    SyncViewModel sync(practice.session(), nullptr);
    sync.keep(rowWith(sync, QStringLiteral("0142")), 1);
    QCOMPARE(practice.session().records().get(person.id).value().phone.value(), QStringLiteral("028 9055 0124"));
}

void TestSyncViewModel::keep_threeValues_listsEachWithItsButton()
{
    PracticeSession practice;
    const domain::Person person = somebody(practice);
    putConflict(practice, person, QStringLiteral("phone"),
                {heldValue(QStringLiteral("028 9055 0124"), QStringLiteral("Sam Reid")),
                 heldValue(QStringLiteral("028 9055 0142"), practice.session().device().worker),
                 heldValue(QStringLiteral("028 9055 0199"), QStringLiteral("Sam Reid"))});
    SyncViewModel sync(practice.session(), nullptr);
    const int row = rowWith(sync, QStringLiteral("0142"));
    QCOMPARE(cell(sync, row, "text").toString().count(QLatin1Char('\n')), 2);
    QCOMPARE(cell(sync, row, "choices").toStringList(),
             (QStringList{QStringLiteral("Keep mine"), QStringLiteral("Keep “028 9055 0124”"),
                          QStringLiteral("Keep “028 9055 0199”")}));
    sync.keep(row, 2);
    QCOMPARE(practice.session().records().get(person.id).value().phone.value(), QStringLiteral("028 9055 0199"));
}

void TestSyncViewModel::keep_bothWordings_writesBoth()
{
    PracticeSession practice;
    const domain::Person person = somebody(practice);
    putConflict(practice, person, QStringLiteral("interests"),
                {heldValue(QStringLiteral("Bowls"), QStringLiteral("Sam Reid")),
                 heldValue(QStringLiteral("Singing"), practice.session().device().worker)});
    SyncViewModel sync(practice.session(), nullptr);
    const int row = rowWith(sync, QStringLiteral("Singing"));
    QCOMPARE(cell(sync, row, "choices").toStringList().last(), QStringLiteral("Write both"));
    sync.keep(row, 2);
    QCOMPARE(practice.session().records().get(person.id).value().interests.value(), QStringLiteral("Singing\nBowls"));
}

void TestSyncViewModel::oldestText_overAnHourUnsent_saysSinceWhen()
{
    PracticeSession practice;
    auto contact =
        practice.session().newRecord(domain::kindOf<domain::Contact>(), somebody(practice).id.uuid()).value();
    contact.set(u"mode", QStringLiteral("telephone"));
    QVERIFY(practice.session().save(std::nullopt, contact));
    SyncViewModel sync(practice.session(), nullptr);
    practice.clock().advance(59LL * 60 * 1000);
    QCOMPARE(sync.oldestText(), QString());
    practice.clock().advance(2LL * 60 * 1000);
    QCOMPARE(sync.oldestText(), QStringLiteral("The oldest has waited since today 10:50."));
}

void TestSyncViewModel::keep_removedAndChanged_removesOrBringsBack_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<bool>("isRemoved");
    QTest::newRow("keep removed") << 0 << true;
    QTest::newRow("bring back") << 1 << false;
}

void TestSyncViewModel::keep_removedAndChanged_removesOrBringsBack()
{
    QFETCH(int, choice);
    QFETCH(bool, isRemoved);
    PracticeSession practice;
    const domain::Person person = somebody(practice);
    const domain::KindSpec& kind = domain::kindOf<domain::Person>();
    QVERIFY(practice.session().remove(kind, base::RecordId(person.id.uuid()), QStringLiteral("duplicate")));
    const QJsonObject edit{{QStringLiteral("phone"), QStringLiteral("028 9055 0142")}};
    putConflict(
        practice, person, QStringLiteral("deleted"),
        {heldValue(QStringLiteral("deleted"), QStringLiteral("Sam Reid")), heldValue(edit, QStringLiteral("Ada Orr"))});
    SyncViewModel sync(practice.session(), nullptr);
    const int row = rowWith(sync, QStringLiteral("Sam: removed"));
    QVERIFY(row >= 0);
    QVERIFY(cell(sync, row, "title").toString().endsWith(QStringLiteral(" was removed by Sam and changed by Ada")));
    QCOMPARE(cell(sync, row, "choices").toStringList(),
             (QStringList{QStringLiteral("Keep removed"), QStringLiteral("Bring back")}));
    sync.keep(row, choice);
    QCOMPARE(sync.error(), QString());
    QCOMPARE(rowWith(sync, QStringLiteral("Sam: removed")), -1);
    QCOMPARE(practice.session().records().get(kind, base::RecordId(person.id.uuid())).value().isDeleted(), isRemoved);
}

void TestSyncViewModel::filesText_saysWhatBecomesOfPhotos()
{
    PracticeSession practice;
    SyncViewModel sync(practice.session(), nullptr);
    QVERIFY(sync.filesText().isEmpty());
    const auto put = [&](store::UploadState state) {
        store::Upload upload;
        upload.record = base::RecordId::make(practice.clock(), practice.session().random());
        upload.address = {QUuid::createUuid(), QByteArray(32, 'h')};
        upload.size = 1'500'000;
        upload.state = state;
        auto transaction = *sql::Transaction::begin(practice.session().store().connection());
        QVERIFY(store::Uploads(practice.session().store()).put(transaction, upload) && transaction.commit());
        sync.refresh();
    };
    put(store::UploadState::Received);
    QVERIFY(sync.filesText().isEmpty());
    put(store::UploadState::Waiting);
    QVERIFY2(sync.filesText().contains(QStringLiteral("1.4 MB")), qPrintable(sync.filesText()));
    sync::SyncService::Progress progress;
    progress.filesWaitForCheapNetwork = true;
    sync.setProgress(progress);
    QVERIFY2(sync.filesText().contains(QStringLiteral("Wi-Fi")), qPrintable(sync.filesText()));
    put(store::UploadState::NeedsAttention);
    QVERIFY2(sync.filesText().contains(QStringLiteral("kept on this phone")), qPrintable(sync.filesText()));
}

void TestSyncViewModel::explanation_duringALongPull_countsTheRecords()
{
    PracticeSession practice;
    SyncViewModel sync(practice.session(), nullptr);
    sync::SyncService::Progress progress;
    progress.running = true;
    progress.report.pulled = 1500;
    progress.report.remaining = 6000;
    sync.setProgress(progress);
    QVERIFY2(sync.explanation().contains(QStringLiteral("1,500 of about 7,500")), qPrintable(sync.explanation()));
    progress.running = false;
    sync.setProgress(progress);
    QVERIFY(!sync.explanation().contains(QStringLiteral("1,500")));
}

void TestSyncViewModel::chipText_hubRefused_needsALookAndLeadsToTheField()
{
    PracticeSession practice;
    auto contact =
        practice.session().newRecord(domain::kindOf<domain::Contact>(), somebody(practice).id.uuid()).value();
    contact.set(u"mode", QStringLiteral("face-to-face"));
    contact.set(u"minutes", qint64(75));
    QVERIFY(practice.session().save(std::nullopt, contact));
    const auto entries = practice.session().outbox().entriesOf(contact.id).value();
    {
        auto transaction = sql::Transaction::begin(practice.session().store().connection());
        QVERIFY(transaction);
        const qint64 n = entries.front().n;
        QVERIFY(practice.session().outbox().freeze(*transaction, {1, n, n, {}, {}}));
        QVERIFY(practice.session().outbox().settle(*transaction, n, store::OutboxState::NeedsAttention,
                                                   QStringLiteral("invalid_value"), QStringLiteral("minutes")));
        QVERIFY(transaction->commit());
    }
    SyncViewModel sync(practice.session(), nullptr);
    QCOMPARE(sync.chipText(), QStringLiteral("Needs a look"));
    QSignalSpy wanted(&sync, &SyncViewModel::recordWanted);
    int row = 0;
    while (row < sync.refusedRows()->rowCount() - 1)
        ++row;
    sync.openRefused(row);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.front().at(1).toString(), contact.id.text());
    QCOMPARE(wanted.front().at(2).toString(), QStringLiteral("minutes"));
}

void TestSyncViewModel::errorText_everyCode_hasASentence()
{
    for (int code = 0; code <= static_cast<int>(base::ErrorCode::Internal); ++code)
        QVERIFY2(!ui::errorText(static_cast<base::ErrorCode>(code)).isEmpty(), qPrintable(QString::number(code)));
}

void TestSyncViewModel::kindWords_everyKind_hasNameAndPicture()
{
    for (const domain::KindSpec& kind : domain::allKinds()) {
        const ui::KindWords words = ui::KindWords::of(domain::Record(kind, base::RecordId()));
        QVERIFY2(!words.name.isEmpty() && words.name != kind.key(), qPrintable(kind.key()));
        QVERIFY2(words.iconName != QStringLiteral("description"), qPrintable(kind.key()));
    }
}

void TestSyncViewModel::refresh_afterATakeUpStep_namesThePlace()
{
    PracticeSession practice;
    const auto signposts = practice.session().records().list<domain::Signpost>({}).value();
    QVERIFY(!signposts.empty());
    const domain::Signpost& signpost = signposts.front();
    auto step =
        practice.session().newRecord(domain::kindOf<domain::SignpostStep>(), signpost.person.value().uuid()).value();
    step.set(u"signpost", signpost.id.uuid());
    step.set(u"step", QStringLiteral("told"));
    QVERIFY(practice.session().save(std::nullopt, step));
    SyncViewModel sync(practice.session(), nullptr);
    const int last = sync.waitingRows()->rowCount() - 1;
    const int title = sync.waitingRows()->roleNames().key("title");
    QCOMPARE(sync.waitingRows()->index(last, 0).data(title).toString(),
             QStringLiteral("Take-up · %1").arg(signpost.name.value()));
}

QTEST_GUILESS_MAIN(TestSyncViewModel)
#include "tst_syncviewmodel.moc"
