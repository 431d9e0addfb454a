#pragma once

#include "ui/core/rowsmodel.h"
#include "ui/people/caseload.h"
#include "ui/today/todayrows.h"
#include "ui/today/visitclock.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace doorstep::ui {

/// The page Today: the visit that is going on, the day's visits and calls, forms that wait to be finished, and who is
/// due. The diary is read at once, the due list when load() is called after the first frame.
class TodayViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString day READ day NOTIFY changed FINAL)
    Q_PROPERTY(QAbstractItemModel* visits READ visits CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* needs READ needs CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* drafts READ drafts CONSTANT FINAL)
    Q_PROPERTY(bool hasVisits READ hasVisits NOTIFY changed FINAL)
    Q_PROPERTY(bool hasNeeds READ hasNeeds NOTIFY changed FINAL)
    Q_PROPERTY(bool hasDrafts READ hasDrafts NOTIFY changed FINAL)
    Q_PROPERTY(bool isLoaded READ isLoaded NOTIFY changed FINAL)
    Q_PROPERTY(int needsLeft READ needsLeft NOTIFY changed FINAL)
    Q_PROPERTY(doorstep::ui::VisitClock* visit READ visit CONSTANT FINAL)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged FINAL)

public:
    TodayViewModel(Session& session, Caseload& caseload);

    [[nodiscard]] QString day() const;
    [[nodiscard]] QAbstractItemModel* visits() { return &m_visits; }
    [[nodiscard]] QAbstractItemModel* needs() { return &m_needs; }
    [[nodiscard]] QAbstractItemModel* drafts() { return &m_drafts; }
    [[nodiscard]] bool hasVisits() const { return !m_visits.isEmpty(); }
    [[nodiscard]] bool hasNeeds() const { return !m_needs.isEmpty(); }
    [[nodiscard]] bool hasDrafts() const { return !m_drafts.isEmpty(); }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    /// How many due things are not in the short list.
    [[nodiscard]] int needsLeft() const { return m_needsLeft; }
    [[nodiscard]] VisitClock* visit() { return &m_visit; }
    [[nodiscard]] QString error() const { return m_error; }

    /// Works out who is due. For after the first frame; later changes follow by themselves.
    Q_INVOKABLE void load();
    /// Shows all that is due instead of the first ones.
    Q_INVOKABLE void showAllNeeds();
    /// A visit of the diary begins now: a draft with the time in it.
    Q_INVOKABLE void startVisit(int row);

Q_SIGNALS:
    void changed();
    void errorChanged();

private:
    void refresh();
    void readDiary();
    void readDrafts();
    void readNeeds();
    void settlePlans(const std::vector<store::DiaryEntry>& diary);
    [[nodiscard]] VisitRow rowOf(const store::DiaryEntry& entry) const;
    void report(const base::Status& status);

    Session& m_session;
    Caseload& m_caseload;
    VisitClock m_visit;
    RowsModel<VisitRow> m_visits;
    RowsModel<NeedRow> m_needs;
    RowsModel<DraftRow> m_drafts;
    QTimer m_later;
    QString m_error;
    int m_needsLeft = 0;
    bool m_isLoaded = false;
    bool m_showsAll = false;
    bool m_isSettling = false;
};

} // namespace doorstep::ui
