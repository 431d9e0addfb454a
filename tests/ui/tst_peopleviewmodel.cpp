#include "practicesession.h"
#include "ui/people/peopleviewmodel.h"
#include "ui/person/personviewmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace doorstep;
using ui::PeopleViewModel;
using ui::PracticeSession;

class TestPeopleViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setTyped_partOfAName_findsThePersonInAnyStage();
    void save_nameOnly_addsAPersonWhoWaitsForAssessment();
    void save_noName_saysSoAndKeepsWhatWasTyped();
    void beginEdit_ethnicityDeclined_isSavedAndNoLongerMissing();
    void setText_typing_isInTheDraftWithinASecondAndWhenThePageGoes();
    void timeline_everyRecord_saysHowFarItHasCome();
};

void TestPeopleViewModel::setTyped_partOfAName_findsThePersonInAnyStage()
{
    PracticeSession practice;
    PeopleViewModel people(practice.caseload(), practice.session());
    QAbstractItemModelTester tester(people.people());
    people.load();
    QCOMPARE(people.people()->rowCount(), 14);
    people.setTyped(QStringLiteral("  ELLIS marg"));
    QCOMPARE(people.people()->rowCount(), 1);
    people.setTyped(QStringLiteral("nobody has this name"));
    QVERIFY(people.isEmpty());
    people.setTyped({});
    QCOMPARE(people.people()->rowCount(), 14);
}

void TestPeopleViewModel::save_nameOnly_addsAPersonWhoWaitsForAssessment()
{
    PracticeSession practice;
    PeopleViewModel people(practice.caseload(), practice.session());
    QSignalSpy added(&people, &PeopleViewModel::added);
    people.beginNewPerson();
    people.newcomer()->setGivenName(QStringLiteral("Bridget"));
    people.newcomer()->save();
    QCOMPARE(added.count(), 1);
    QVERIFY(!people.newcomer());
    const auto* entry = practice.caseload().find(QUuid(added.front().front().toString()));
    QVERIFY(entry);
    QCOMPARE(entry->summary.name, QStringLiteral("Bridget"));
    QVERIFY(practice.caseload().stageOf(entry->summary) == domain::Stage::New);
    QVERIFY(!practice.session().drafts().get(entry->summary.person.uuid()).value().has_value());
}

void TestPeopleViewModel::save_noName_saysSoAndKeepsWhatWasTyped()
{
    PracticeSession practice;
    PeopleViewModel people(practice.caseload(), practice.session());
    people.beginNewPerson();
    people.newcomer()->setPhone(QStringLiteral("028 9018 0142"));
    people.newcomer()->save();
    QVERIFY(!people.newcomer()->error().isEmpty());
    people.closeNewPerson();
    people.beginNewPerson();
    QCOMPARE(people.newcomer()->phone(), QStringLiteral("028 9018 0142"));
}

void TestPeopleViewModel::beginEdit_ethnicityDeclined_isSavedAndNoLongerMissing()
{
    PracticeSession practice;
    const QUuid person = practice.caseload().people().front().summary.person.uuid();
    ui::PersonViewModel page(practice.session(), practice.caseload(), person);
    page.beginEdit(QStringLiteral("who"));
    QVERIFY(page.edit());
    QAbstractItemModel* questions = page.edit()->questions();
    const int role = questions->roleNames().key("field");
    for (int row = 0; row < questions->rowCount(); ++row) {
        auto* field = questions->index(row, 0).data(role).value<ui::FormField*>();
        if (field->name() == QLatin1StringView("ethnicity") && field->emptyState() != QLatin1StringView("declined"))
            field->choose(QStringLiteral("declined"));
    }
    page.edit()->finish();
    QVERIFY(!page.edit());
    const auto saved = practice.session().records().get(base::Id<domain::Person>(person));
    QVERIFY(saved && !saved->ethnicity.has() && saved->ethnicity.empty() == domain::Empty::Declined);
}

void TestPeopleViewModel::setText_typing_isInTheDraftWithinASecondAndWhenThePageGoes()
{
    PracticeSession practice;
    const QUuid person = practice.caseload().people().front().summary.person.uuid();
    auto page = std::make_unique<ui::PersonViewModel>(practice.session(), practice.caseload(), person);
    page->beginEdit(QStringLiteral("who"));
    QAbstractItemModel* questions = page->edit()->questions();
    const int role = questions->roleNames().key("field");
    ui::FormField* name = nullptr;
    for (int row = 0; row < questions->rowCount(); ++row) {
        auto* field = questions->index(row, 0).data(role).value<ui::FormField*>();
        if (field->name() == QLatin1StringView("known_as"))
            name = field;
    }
    QVERIFY(name);
    const auto typed = [&] {
        const auto draft = practice.session().drafts().get(person).value();
        return draft ? domain::fromRecord<domain::Person>(draft->edited).knownAs.valueOr({}) : QString();
    };
    name->setText(QStringLiteral("Peg"));
    QVERIFY(!page->edit()->isSaved());
    QVERIFY(typed().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(typed(), QStringLiteral("Peg"), 1000);
    QVERIFY(page->edit()->isSaved());
    name->setText(QStringLiteral("Peggy"));
    page.reset();
    QCOMPARE(typed(), QStringLiteral("Peggy"));
}

void TestPeopleViewModel::timeline_everyRecord_saysHowFarItHasCome()
{
    PracticeSession practice;
    const QUuid person = practice.caseload().people().front().summary.person.uuid();
    const auto receipts = [&] {
        ui::PersonViewModel page(practice.session(), practice.caseload(), person);
        QStringList texts;
        for (int row = 0; row < page.timeline()->rowCount(); ++row)
            texts << page.timeline()->index(row, 0).data(page.timeline()->roleNames().key("receipt")).toString();
        return texts;
    };
    const QStringList before = receipts();
    QVERIFY(!before.isEmpty() && before.count(QStringLiteral("Received")) == before.size());
    auto contact = practice.session().newRecord(domain::kindOf<domain::Contact>(), person).value();
    contact.set(u"mode", QStringLiteral("telephone"));
    QVERIFY(practice.session().save(std::nullopt, contact));
    QCOMPARE(receipts().count(QStringLiteral("Waits on this phone")), 1);
    const qint64 n = practice.session().outbox().entriesOf(contact.id).value().front().n;
    auto transaction = sql::Transaction::begin(practice.session().store().connection());
    QVERIFY(practice.session().outbox().freeze(*transaction, {1, n, n, {}, {}}));
    QVERIFY(transaction->commit());
    QCOMPARE(receipts().count(QStringLiteral("On its way")), 1);
}

QTEST_GUILESS_MAIN(TestPeopleViewModel)
#include "tst_peopleviewmodel.moc"
