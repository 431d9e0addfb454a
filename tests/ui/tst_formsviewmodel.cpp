#include "domain/kinds/journey.h"
#include "domain/kinds/signpost.h"
#include "practicesession.h"
#include "ui/forms/callformviewmodel.h"
#include "ui/forms/formsviewmodel.h"
#include "ui/forms/goalformviewmodel.h"
#include "ui/forms/journeyformviewmodel.h"
#include "ui/forms/signpostformviewmodel.h"
#include "ui/forms/typednumber.h"
#include "ui/forms/visitformviewmodel.h"
#include "ui/measures/measureformviewmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace doorstep;
using ui::FormsViewModel;
using ui::PracticeSession;

namespace {

const QString kPin = QStringLiteral("246810");

/// The forms of a phone whose PIN is kPin, and a person of its caseload.
struct Phone
{
    PracticeSession practice;
    base::ErrorCode pinError = base::ErrorCode::WrongPin;
    FormsViewModel forms{practice.session(),
                         [this](const QString& pin) { return pin == kPin ? base::Status() : base::fail(pinError); }};
    QUuid person = practice.caseload().people().front().summary.person.uuid();

    [[nodiscard]] ui::Session& session() { return practice.session(); }
    [[nodiscard]] QString personId() const { return base::uuidText(person); }
    [[nodiscard]] QUuid openId() const { return forms.current()->id().uuid(); }
    template <class Form>
    [[nodiscard]] Form* open()
    {
        return qobject_cast<Form*>(forms.current());
    }
    [[nodiscard]] std::optional<store::Draft> draft(const QUuid& id) { return session().drafts().get(id).value(); }
    template <class T>
    [[nodiscard]] size_t count()
    {
        return session().records().list<T>().value().size();
    }
};

int rowOf(ui::ChoiceModel* model, const QString& code)
{
    model->showAll();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->at(row)->code == code)
            return row;
    }
    return -1;
}

} // namespace

class TestFormsViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readMinutes_asPeopleWrite_isKind_data();
    void readMinutes_asPeopleWrite_isKind();
    void openVisit_newForm_isFilledAndLeavesNoDraft();
    void setText_change_isInTheDraftWithinASecond();
    void openDraft_afterAKill_showsTheSameAnswers();
    void finish_visitWithGoalProgress_writesEachOnce();
    void finish_badNumber_savesTheRestAndKeepsTheWords();
    void finish_tooLateDisk_keepsTheFormOpen();
    void addSignpost_fromAVisit_refersToItAndComesBack();
    void finish_newPlaceAndSteps_writesDirectoryAndHistory();
    void finish_newWords_keepTheEarlierOnes();
    void finish_noGoalWithReason_writesTheEpisodeAlone();
    void pickMode_noAnswer_dropsTheMinutes();
    void answersChanged_journeyByBus_saysWhatIsNotClaimed();
    void discard_undo_bringsTheDraftBack();
    void discard_visitThatMadeASignpost_removesTheVisitAlone();
    void discard_changeOfAStoredVisit_leavesTheVisit();
    void ratherNotSay_oneItem_leavesNoScore();
    void answer_allItems_scoresAndNeedsThePinToLeave();
    void enterPin_keyStoreDead_saysSo();
};

void TestFormsViewModel::readMinutes_asPeopleWrite_isKind_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("minutes");
    QTest::newRow("plain") << QStringLiteral("75") << 75;
    QTest::newRow("unit") << QStringLiteral(" 90 min ") << 90;
    QTest::newRow("hours and minutes") << QStringLiteral("1h 15") << 75;
    QTest::newRow("hours in words") << QStringLiteral("2 hours") << 120;
    QTest::newRow("decimal hours") << QStringLiteral("1,5 h") << 90;
    QTest::newRow("clock") << QStringLiteral("1:15") << 75;
    QTest::newRow("words") << QStringLiteral("an hour or so") << -1;
    QTest::newRow("no such clock") << QStringLiteral("1:75") << -1;
}

void TestFormsViewModel::readMinutes_asPeopleWrite_isKind()
{
    QFETCH(QString, typed);
    QFETCH(int, minutes);
    QCOMPARE(static_cast<int>(ui::readMinutes(typed).value_or(-1)), minutes);
}

void TestFormsViewModel::openVisit_newForm_isFilledAndLeavesNoDraft()
{
    Phone phone;
    QVERIFY(phone.forms.openVisit(phone.personId()));
    auto* visit = phone.open<ui::VisitFormViewModel>();
    QVERIFY(visit);
    QCOMPARE(visit->page(), ui::RecordForm::FormPage::Visit);
    QCOMPARE(visit->location()->code(), QStringLiteral("service-users-home"));
    QCOMPARE(visit->when()->text(), QStringLiteral("Today 10:50"));
    QCOMPARE(visit->who()->selected(), QStringList{phone.session().device().worker});
    QAbstractItemModelTester goals(visit->goals());
    QAbstractItemModelTester takeUps(visit->takeUps());
    QAbstractItemModelTester places(visit->location()->options());
    QVERIFY(visit->location()->options()->hasMore());
    const QUuid id = phone.openId();
    visit->leave();
    QVERIFY(!phone.forms.current());
    QVERIFY(!phone.draft(id));
}

void TestFormsViewModel::setText_change_isInTheDraftWithinASecond()
{
    Phone phone;
    phone.forms.openVisit(phone.personId());
    auto* visit = phone.open<ui::VisitFormViewModel>();
    QSignalSpy saved(visit, &ui::RecordForm::savedChanged);
    visit->note()->setText(QStringLiteral("Talked about the bowls club"));
    QVERIFY(!visit->isSaved());
    QTRY_VERIFY_WITH_TIMEOUT(visit->isSaved(), 1000);
    const auto draft = phone.draft(phone.openId());
    QVERIFY(draft);
    QCOMPARE(domain::fromRecord<domain::Contact>(draft->edited).note.value(),
             QStringLiteral("Talked about the bowls club"));
}

void TestFormsViewModel::openDraft_afterAKill_showsTheSameAnswers()
{
    Phone phone;
    phone.forms.openVisit(phone.personId());
    auto* visit = phone.open<ui::VisitFormViewModel>();
    visit->minutes()->setText(QStringLiteral("an hour or so"));
    visit->location()->choose(QStringLiteral("library"));
    if (visit->goals()->rowCount() > 0)
        visit->goals()->pick(0, 1);
    QTRY_VERIFY_WITH_TIMEOUT(visit->isSaved(), 1000);
    const QString id = base::uuidText(phone.openId());
    // Nothing of the first form is asked again: another set of forms reads what lies on the disk.
    FormsViewModel later(phone.session(), {});
    QVERIFY(later.openDraft(id));
    auto* again = qobject_cast<ui::VisitFormViewModel*>(later.current());
    QVERIFY(again);
    QCOMPARE(again->minutes()->text(), QStringLiteral("an hour or so"));
    QVERIFY(!again->minutes()->error().isEmpty());
    QCOMPARE(again->location()->code(), QStringLiteral("library"));
    if (again->goals()->rowCount() > 0)
        QCOMPARE(again->goals()->talks().front().progress, QStringLiteral("some-progress"));
}

void TestFormsViewModel::finish_visitWithGoalProgress_writesEachOnce()
{
    Phone phone;
    const auto goals = phone.session().records().list<domain::Goal>().value();
    const auto open =
        std::find_if(goals.begin(), goals.end(), [](const domain::Goal& goal) { return !goal.endedOn.has(); });
    QVERIFY(open != goals.end());
    phone.forms.openVisit(base::uuidText(open->person.value().uuid()));
    auto* visit = phone.open<ui::VisitFormViewModel>();
    const size_t contacts = phone.count<domain::Contact>();
    const size_t entries = phone.count<domain::GoalProgress>();
    visit->minutes()->setText(QStringLiteral("1h 15"));
    visit->goals()->pick(0, 3);
    const QUuid id = phone.openId();
    QVERIFY(visit->finish());
    QCOMPARE(phone.count<domain::Contact>(), contacts + 1);
    QCOMPARE(phone.count<domain::GoalProgress>(), entries + 1);
    QVERIFY(!phone.draft(id));
    QVERIFY(!phone.session().outbox().entriesOf(base::RecordId(id)).value().empty());
    const auto saved = phone.session().records().get(base::Id<domain::Contact>(id)).value();
    QCOMPARE(saved.minutes.value(), 75);
    QVERIFY(saved.goals.has());
    const auto goal =
        phone.session().records().get(base::Id<domain::Goal>(QUuid(saved.goals.value().list.front()))).value();
    QCOMPARE(goal.progress.value().text, QStringLiteral("achieved"));
}

void TestFormsViewModel::finish_badNumber_savesTheRestAndKeepsTheWords()
{
    Phone phone;
    phone.forms.openVisit(phone.personId());
    auto* visit = phone.open<ui::VisitFormViewModel>();
    visit->minutes()->setValue(qint64(60));
    visit->minutes()->setText(QStringLiteral("9000"));
    QVERIFY(!visit->minutes()->error().isEmpty());
    visit->note()->setText(QStringLiteral("All well"));
    const QUuid id = phone.openId();
    QVERIFY(visit->finish());
    const auto saved = phone.session().records().get(base::Id<domain::Contact>(id)).value();
    QCOMPARE(saved.note.value(), QStringLiteral("All well"));
    QVERIFY(saved.minutes.isBlank());
    QVERIFY(phone.draft(id));
    QVERIFY(phone.forms.openDraft(base::uuidText(id)));
    auto* again = phone.open<ui::VisitFormViewModel>();
    QCOMPARE(again->minutes()->text(), QStringLiteral("9000"));
    again->minutes()->setText(QStringLiteral("90"));
    QVERIFY(again->finish());
    QCOMPARE(phone.session().records().get(base::Id<domain::Contact>(id)).value().minutes.value(), 90);
    QVERIFY(!phone.draft(id));
}

void TestFormsViewModel::finish_tooLateDisk_keepsTheFormOpen()
{
    Phone phone;
    phone.forms.openVisit(phone.personId());
    auto* visit = phone.open<ui::VisitFormViewModel>();
    visit->note()->setText(QStringLiteral("kept"));
    QVERIFY(phone.session().store().connection().run("PRAGMA query_only = ON"));
    QVERIFY(!visit->finish());
    QCOMPARE(phone.forms.current(), visit);
    QVERIFY(visit->error().startsWith(QStringLiteral("Not saved yet")));
    QVERIFY(phone.session().store().connection().run("PRAGMA query_only = OFF"));
    QVERIFY(visit->finish());
    QVERIFY(!phone.forms.current());
}

void TestFormsViewModel::addSignpost_fromAVisit_refersToItAndComesBack()
{
    Phone phone;
    phone.forms.openVisit(phone.personId());
    auto* visit = phone.open<ui::VisitFormViewModel>();
    const QUuid contact = phone.openId();
    const int before = visit->entries()->rowCount();
    visit->answerPointed(rowOf(visit->pointed()->options(), QStringLiteral("yes")));
    auto* signpost = phone.open<ui::SignpostFormViewModel>();
    QVERIFY(signpost);
    const QUuid id = phone.openId();
    signpost->setQuery(QStringLiteral("Knitters"));
    signpost->addPlace();
    QVERIFY(signpost->finish());
    QCOMPARE(phone.open<ui::VisitFormViewModel>(), visit);
    QCOMPARE(visit->entries()->rowCount(), before + 1);
    const auto saved = phone.session().records().get(base::Id<domain::Signpost>(id)).value();
    QCOMPARE(saved.contact.value().uuid(), contact);
    QVERIFY(phone.session().records().get(base::Id<domain::Contact>(contact)));
    QVERIFY(visit->finish());
}

void TestFormsViewModel::finish_newPlaceAndSteps_writesDirectoryAndHistory()
{
    Phone phone;
    const size_t places = phone.count<domain::Organisation>();
    const size_t steps = phone.count<domain::SignpostStep>();
    phone.forms.openSignpost(phone.personId());
    auto* signpost = phone.open<ui::SignpostFormViewModel>();
    QAbstractItemModelTester found(signpost->places());
    QAbstractItemModelTester rows(signpost->steps());
    signpost->setQuery(QStringLiteral("Lantern Singers"));
    QCOMPARE(signpost->newPlaceText(), QStringLiteral("Lantern Singers"));
    signpost->addPlace();
    signpost->reachStep(2);
    const QUuid id = phone.openId();
    QVERIFY(signpost->finish());
    QCOMPARE(phone.count<domain::Organisation>(), places + 1);
    QCOMPARE(phone.count<domain::SignpostStep>(), steps + 2);
    const auto saved = phone.session().records().get(base::Id<domain::Signpost>(id)).value();
    QCOMPARE(saved.name.value(), QStringLiteral("Lantern Singers"));
    QCOMPARE(saved.step.value().text, QStringLiteral("going-to-go"));
    // Opened again it writes no step twice.
    QVERIFY(phone.forms.openRecord(QStringLiteral("signpost"), base::uuidText(id)));
    QVERIFY(phone.forms.current()->finish());
    QCOMPARE(phone.count<domain::SignpostStep>(), steps + 2);
}

void TestFormsViewModel::finish_newWords_keepTheEarlierOnes()
{
    Phone phone;
    phone.forms.openGoal(phone.personId());
    auto* goal = phone.open<ui::GoalFormViewModel>();
    goal->wording()->setText(QStringLiteral("Get out once a week"));
    const QUuid id = phone.openId();
    QVERIFY(goal->finish());
    const size_t entries = phone.count<domain::GoalProgress>();
    QVERIFY(phone.forms.openRecord(QStringLiteral("goal"), base::uuidText(id)));
    phone.open<ui::GoalFormViewModel>()->wording()->setText(QStringLiteral("Get to the library alone"));
    QVERIFY(phone.forms.current()->finish());
    QCOMPARE(phone.count<domain::GoalProgress>(), entries + 2);
    QVERIFY(phone.forms.openRecord(QStringLiteral("goal"), base::uuidText(id)));
    QCOMPARE(phone.open<ui::GoalFormViewModel>()->earlierWordings(),
             QStringList{QStringLiteral("Get out once a week")});
}

void TestFormsViewModel::finish_noGoalWithReason_writesTheEpisodeAlone()
{
    Phone phone;
    auto person = phone.session().newRecord(domain::kindOf<domain::Person>(), std::nullopt).value();
    person.set(u"given_name", QStringLiteral("Bridget"));
    QVERIFY(phone.session().save(std::nullopt, person));
    auto episode = phone.session().newRecord(domain::kindOf<domain::Episode>(), person.id.uuid()).value();
    QVERIFY(phone.session().save(std::nullopt, episode));
    const size_t goals = phone.count<domain::Goal>();
    phone.forms.openGoal(person.id.text());
    auto* goal = phone.open<ui::GoalFormViewModel>();
    QVERIFY(goal->asksWhyNone());
    goal->pickNoGoalReason(rowOf(goal->noGoalReasons(), QStringLiteral("not-ready")));
    QVERIFY(goal->finish());
    QCOMPARE(phone.count<domain::Goal>(), goals);
    const auto after = phone.session().records().get(base::Id<domain::Episode>(episode.id.uuid())).value();
    QCOMPARE(after.noGoalReason.value().text, QStringLiteral("not-ready"));
}

void TestFormsViewModel::pickMode_noAnswer_dropsTheMinutes()
{
    Phone phone;
    phone.forms.openCall(phone.personId());
    auto* call = phone.open<ui::CallFormViewModel>();
    call->minutes()->setText(QStringLiteral("10"));
    QVERIFY(call->asksMinutes());
    call->pickMode(rowOf(call->modes(), QStringLiteral("no-answer")));
    QVERIFY(!call->asksMinutes());
    QVERIFY(call->minutes()->isEmpty());
    QVERIFY(call->title().startsWith(QStringLiteral("No answer")));
}

void TestFormsViewModel::answersChanged_journeyByBus_saysWhatIsNotClaimed()
{
    Phone phone;
    phone.forms.openJourney(phone.personId());
    auto* journey = phone.open<ui::JourneyFormViewModel>();
    journey->mode()->choose(QStringLiteral("bus"));
    QCOMPARE(journey->miles()->hint(), QStringLiteral("Bus journeys are not claimed as mileage."));
    journey->mode()->choose(QStringLiteral("own-car"));
    QVERIFY(journey->miles()->hint().isEmpty());
    journey->miles()->setText(QStringLiteral("2.4 miles"));
    const QUuid id = phone.openId();
    QVERIFY(journey->finish());
    const auto saved = phone.session().records().get(base::Id<domain::Journey>(id)).value();
    QCOMPARE(saved.miles.value(), 2.4);
    QVERIFY(saved.driver.has());
}

void TestFormsViewModel::discard_undo_bringsTheDraftBack()
{
    Phone phone;
    phone.forms.openCall(phone.personId());
    phone.open<ui::CallFormViewModel>()->note()->setText(QStringLiteral("half a sentence"));
    const QUuid id = phone.openId();
    phone.forms.current()->flush();
    phone.forms.current()->discard();
    QVERIFY(!phone.draft(id));
    QVERIFY(phone.forms.canUndo());
    QVERIFY(phone.forms.undoDiscard());
    QCOMPARE(phone.open<ui::CallFormViewModel>()->note()->text(), QStringLiteral("half a sentence"));
}

void TestFormsViewModel::discard_visitThatMadeASignpost_removesTheVisitAlone()
{
    Phone phone;
    phone.forms.openVisit(phone.personId());
    auto* visit = phone.open<ui::VisitFormViewModel>();
    QVERIFY(!visit->isRecorded());
    const QUuid contact = phone.openId();
    visit->answerPointed(rowOf(visit->pointed()->options(), QStringLiteral("yes")));
    auto* signpost = phone.open<ui::SignpostFormViewModel>();
    const QUuid id = phone.openId();
    signpost->setQuery(QStringLiteral("Knitters"));
    signpost->addPlace();
    QVERIFY(signpost->finish());
    QVERIFY(visit->isRecorded());
    // The draft knows it too, after the process was killed.
    visit->leave();
    QVERIFY(phone.forms.openDraft(base::uuidText(contact)));
    QVERIFY(phone.forms.current()->isRecorded());
    phone.forms.current()->discard();
    QVERIFY(!phone.forms.current());
    QVERIFY(!phone.forms.canUndo());
    QVERIFY(!phone.draft(contact));
    const auto& kind = domain::kindOf<domain::Contact>();
    QVERIFY(phone.session().records().get(kind, base::RecordId(contact)).value().isDeleted());
    const auto kept = phone.session().records().get(base::Id<domain::Signpost>(id)).value();
    QCOMPARE(kept.name.value(), QStringLiteral("Knitters"));
    QCOMPARE(kept.contact.value().uuid(), contact);
}

void TestFormsViewModel::discard_changeOfAStoredVisit_leavesTheVisit()
{
    Phone phone;
    phone.forms.openVisit(phone.personId());
    const QUuid id = phone.openId();
    QVERIFY(phone.forms.current()->finish());
    QVERIFY(phone.forms.openRecord(QStringLiteral("contact"), base::uuidText(id)));
    phone.open<ui::VisitFormViewModel>()->note()->setText(QStringLiteral("second thoughts"));
    QVERIFY(phone.forms.current()->flush());
    QVERIFY(!phone.forms.current()->isRecorded());
    phone.forms.current()->discard();
    QVERIFY(phone.forms.canUndo());
    const auto stored = phone.session().records().get(domain::kindOf<domain::Contact>(), base::RecordId(id)).value();
    QVERIFY(!stored.isDeleted());
}

void TestFormsViewModel::ratherNotSay_oneItem_leavesNoScore()
{
    Phone phone;
    phone.forms.openMeasure(phone.personId(), QStringLiteral("ucla-3"));
    auto* measure = phone.open<ui::MeasureFormViewModel>();
    measure->way()->choose(QStringLiteral("read-aloud"));
    measure->ask();
    QAbstractItemModelTester tester(measure->answers());
    measure->answer(2);
    measure->goOn();
    measure->ratherNotSay();
    measure->answer(2);
    measure->goOn();
    QCOMPARE(measure->stage(), ui::MeasureFormViewModel::Stage::ThankYou);
    const QUuid id = phone.openId();
    measure->handBack();
    const auto saved = phone.session().records().get(base::Id<domain::Measure>(id)).value();
    QVERIFY(!saved.score.has());
    QVERIFY(saved.leftOut.empty() == domain::Empty::Declined);
    QCOMPARE(saved.companionship.value(), 3);
}

void TestFormsViewModel::answer_allItems_scoresAndNeedsThePinToLeave()
{
    Phone phone;
    phone.forms.openMeasure(phone.personId(), QStringLiteral("ucla-3"));
    auto* measure = phone.open<ui::MeasureFormViewModel>();
    measure->ask();
    QVERIFY(measure->isHandedOver());
    measure->back();
    QCOMPARE(measure->stage(), ui::MeasureFormViewModel::Stage::Question);
    for (int i = 0; i < 3; ++i) {
        measure->answer(1);
        QVERIFY(phone.draft(phone.openId()));
        measure->goOn();
    }
    QSignalSpy asked(measure, &ui::MeasureFormViewModel::pinNeeded);
    const QUuid id = phone.openId();
    measure->handBack();
    QCOMPARE(asked.count(), 1);
    measure->enterPin(QStringLiteral("000000"));
    QVERIFY(!measure->pinError().isEmpty());
    QCOMPARE(phone.forms.current(), measure);
    measure->enterPin(kPin);
    QVERIFY(!phone.forms.current());
    QCOMPARE(phone.session().records().get(base::Id<domain::Measure>(id)).value().score.value(), 6.0);
}

void TestFormsViewModel::enterPin_keyStoreDead_saysSo()
{
    Phone phone;
    phone.pinError = base::ErrorCode::KeyStore;
    phone.forms.openMeasure(phone.personId(), QStringLiteral("ucla-3"));
    auto* measure = phone.open<ui::MeasureFormViewModel>();
    measure->ask();
    measure->goBack();
    measure->enterPin(QStringLiteral("000000"));
    QVERIFY(measure->pinError().contains(QStringLiteral("key store")));
    measure->enterPin(kPin);
    QCOMPARE(phone.forms.current(), measure);
    QCOMPARE(measure->stage(), ui::MeasureFormViewModel::Stage::Worker);
    measure->goBack();
    QVERIFY(!phone.forms.current());
}

QTEST_GUILESS_MAIN(TestFormsViewModel)
#include "tst_formsviewmodel.moc"
