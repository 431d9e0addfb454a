#pragma once

#include "ui/core/rowsmodel.h"
#include "ui/forms/directory.h"
#include "ui/forms/recordform.h"
#include "ui/forms/signpoststeps.h"

namespace doorstep::ui {

/// The page of a signpost: to which place, how far it has got, and how the person gets there.
class SignpostFormViewModel : public doorstep::ui::RecordForm // in full: the QML type table finds a base by this name
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by FormsViewModel")
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY placesChanged FINAL)
    Q_PROPERTY(QAbstractItemModel* places READ places CONSTANT FINAL)
    Q_PROPERTY(bool hasPlaces READ hasPlaces NOTIFY placesChanged FINAL)
    Q_PROPERTY(QString newPlaceText READ newPlaceText NOTIFY placesChanged FINAL)
    Q_PROPERTY(QString newPlace READ newPlace NOTIFY placesChanged FINAL)
    Q_PROPERTY(QAbstractItemModel* steps READ steps CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::ChoiceModel* otherSteps READ otherSteps CONSTANT FINAL)
    Q_PROPERTY(bool showsOtherSteps READ showsOtherSteps NOTIFY stepsChanged FINAL)
    Q_PROPERTY(bool asksReason READ asksReason NOTIFY stepsChanged FINAL)
    Q_PROPERTY(doorstep::ui::FormField* stepOn READ stepOn CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* destination READ destination CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* method READ method CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* gettingThere READ gettingThere CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* reason READ reason CONSTANT FINAL)
    Q_PROPERTY(doorstep::ui::FormField* note READ note CONSTANT FINAL)

public:
    SignpostFormViewModel(Session& session, Start start);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    [[nodiscard]] QAbstractItemModel* places() { return &m_places; }
    [[nodiscard]] bool hasPlaces() const { return !m_places.isEmpty(); }
    /// What could be added to the directory: the query, when no place has exactly this name.
    [[nodiscard]] QString newPlaceText() const;
    /// The place that is added with this signpost, or was named without the directory; empty without one.
    [[nodiscard]] QString newPlace() const;
    [[nodiscard]] QAbstractItemModel* steps() { return &m_stepRows; }
    [[nodiscard]] ChoiceModel* otherSteps() { return &m_otherSteps; }
    [[nodiscard]] bool showsOtherSteps() const { return m_showsOtherSteps; }
    [[nodiscard]] bool asksReason() const { return m_steps.asksReason(); }
    [[nodiscard]] FormField* stepOn() const { return m_stepOn; }
    [[nodiscard]] FormField* destination() const { return m_destination; }
    [[nodiscard]] FormField* method() const { return m_method; }
    [[nodiscard]] FormField* gettingThere() const { return m_gettingThere; }
    [[nodiscard]] FormField* reason() const { return m_reason; }
    [[nodiscard]] FormField* note() const { return m_note; }

    Q_INVOKABLE void pickPlace(int row);
    Q_INVOKABLE void addPlace();
    Q_INVOKABLE void reachStep(int row);
    Q_INVOKABLE void pickOtherStep(int row);

Q_SIGNALS:
    void placesChanged();
    void stepsChanged();

protected:
    void prefill() override;
    [[nodiscard]] QJsonObject extras() const override;
    void restore(const QJsonObject& extras) override;
    void answersChanged() override;
    [[nodiscard]] std::vector<domain::Record> recordsBefore() override;
    [[nodiscard]] base::Result<std::vector<Companion>> companions() override;

private:
    void readSteps();
    void reach(const QString& code);
    void search();
    void showSteps();
    [[nodiscard]] QString organisation() const;

    Directory m_directory;
    SignpostSteps m_steps;
    RowsModel<PlaceRow> m_places;
    RowsModel<StepRow> m_stepRows;
    ChoiceModel m_otherSteps;
    FormField* m_stepOn;
    FormField* m_destination;
    FormField* m_method;
    FormField* m_gettingThere;
    FormField* m_reason;
    FormField* m_note;
    QString m_query, m_newPlace;
    bool m_showsOtherSteps = false;
};

} // namespace doorstep::ui
