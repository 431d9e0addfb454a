#pragma once

#include "ui/core/rowsmodel.h"
#include "ui/forms/contactform.h"
#include "ui/forms/goaltalkmodel.h"
#include "ui/forms/takeupmodel.h"
#include "ui/forms/visitentries.h"

namespace doorstep::ui {

/// The page of a visit: what happened, which goals were talked about, and what came of earlier signposts.
class VisitFormViewModel : public doorstep::ui::ContactForm // in full: the QML type table finds a base by this name
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by FormsViewModel")
    Q_PROPERTY(doorstep::ui::FormField* location READ location CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* pointed READ pointed CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* travelled READ travelled CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* phoned READ phoned CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::ChoiceModel* who READ who CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::ChoiceModel* instruments READ instruments CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::GoalTalkModel* goals READ goals CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::TakeUpModel* takeUps READ takeUps CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* entries READ entries CONSTANT FINAL)

public:
    VisitFormViewModel(Session& session, Start start);

    [[nodiscard]] FormField* location() const { return m_location; }
    [[nodiscard]] FormField* pointed() const { return m_pointed; }
    [[nodiscard]] FormField* travelled() const { return m_travelled; }
    [[nodiscard]] FormField* phoned() const { return m_phoned; }
    [[nodiscard]] ChoiceModel* who() { return &m_who; }
    [[nodiscard]] ChoiceModel* instruments() { return &m_instruments; }
    [[nodiscard]] GoalTalkModel* goals() { return &m_goals; }
    [[nodiscard]] TakeUpModel* takeUps() { return &m_takeUps; }
    [[nodiscard]] QAbstractItemModel* entries() { return &m_entries; }

    void childClosed() override;

    Q_INVOKABLE void pickWho(int row);
    Q_INVOKABLE void addSignpost();
    Q_INVOKABLE void addJourney();
    Q_INVOKABLE void addCallAbout();
    Q_INVOKABLE void addMeasure(int instrument);
    Q_INVOKABLE void openEntry(int row);
    /// The three questions after a visit: a first yes opens the form that belongs to it.
    Q_INVOKABLE void answerPointed(int row);
    Q_INVOKABLE void answerTravelled(int row);
    Q_INVOKABLE void answerPhoned(int row);

Q_SIGNALS:
    void recordWanted(const QString& kind, const QString& id);

protected:
    void prefill() override;
    [[nodiscard]] QJsonObject extras() const override;
    void restore(const QJsonObject& extras) override;
    void answersChanged() override;
    [[nodiscard]] base::Result<std::vector<Companion>> companions() override;

private:
    void offerWorkers();
    void load();
    void loadEntries();
    [[nodiscard]] bool hasEntry(QLatin1StringView kind) const;
    [[nodiscard]] QStringList workersThere() const;
    [[nodiscard]] base::Status addProgress(std::vector<Companion>& changes);
    [[nodiscard]] base::Status addSteps(std::vector<Companion>& changes);

    FormField* m_location;
    FormField* m_pointed;
    FormField* m_travelled;
    FormField* m_phoned;
    ChoiceModel m_who, m_instruments;
    GoalTalkModel m_goals;
    TakeUpModel m_takeUps;
    RowsModel<VisitEntry> m_entries;
};

} // namespace doorstep::ui
