#pragma once

#include "domain/completeness.h"
#include "ui/core/rowsmodel.h"
#include "ui/people/caseload.h"
#include "ui/person/personabout.h"
#include "ui/person/personeditviewmodel.h"
#include "ui/person/personrows.h"

#include <QTimer>
#include <QUrl>

namespace doorstep::ui {

/// The page of one person: where their support stands, what to know before a visit, what has happened, goals,
/// measures, signposts and everything about them.
class PersonViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString person READ person CONSTANT FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString givenName READ givenName NOTIFY changed FINAL)
    Q_PROPERTY(QString initials READ initials NOTIFY changed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    Q_PROPERTY(QString week READ week NOTIFY changed FINAL)
    Q_PROPERTY(QString weekDays READ weekDays NOTIFY changed FINAL)
    Q_PROPERTY(qreal weekShare READ weekShare NOTIFY changed FINAL)
    Q_PROPERTY(QUrl phoneLink READ phoneLink NOTIFY changed FINAL)
    Q_PROPERTY(QUrl mapLink READ mapLink NOTIFY changed FINAL)
    Q_PROPERTY(QString missingTitle READ missingTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString missingText READ missingText NOTIFY changed FINAL)
    Q_PROPERTY(QString risk READ risk NOTIFY changed FINAL)
    Q_PROPERTY(QString access READ access NOTIFY changed FINAL)
    Q_PROPERTY(QString matters READ matters NOTIFY changed FINAL)
    Q_PROPERTY(QAbstractItemModel* timeline READ timeline CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* goals READ goals CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* measures READ measures CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* signposts READ signposts CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* about READ about CONSTANT FINAL)
    Q_PROPERTY(bool hasTimeline READ hasTimeline NOTIFY changed FINAL)
    Q_PROPERTY(bool hasGoals READ hasGoals NOTIFY changed FINAL)
    Q_PROPERTY(bool hasMeasures READ hasMeasures NOTIFY changed FINAL)
    Q_PROPERTY(bool hasSignposts READ hasSignposts NOTIFY changed FINAL)
    Q_PROPERTY(Tab tab READ tab WRITE setTab NOTIFY tabChanged FINAL)
    Q_PROPERTY(doorstep::ui::PersonEditViewModel* edit READ edit NOTIFY editChanged FINAL)

public:
    enum class Tab { Timeline, Goals, Measures, Signposts, About };
    Q_ENUM(Tab)

    PersonViewModel(Session& session, Caseload& caseload, const QUuid& person);

    [[nodiscard]] QString person() const { return base::uuidText(m_person); }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString givenName() const;
    [[nodiscard]] QString initials() const;
    [[nodiscard]] QString summary() const { return m_summary; }
    [[nodiscard]] QString week() const { return m_week; }
    [[nodiscard]] QString weekDays() const { return m_weekDays; }
    [[nodiscard]] qreal weekShare() const { return m_weekShare; }
    [[nodiscard]] QUrl phoneLink() const { return m_phoneLink; }
    [[nodiscard]] QUrl mapLink() const { return m_mapLink; }
    [[nodiscard]] QString missingTitle() const;
    [[nodiscard]] QString missingText() const;
    [[nodiscard]] QString risk() const { return m_before.risk; }
    [[nodiscard]] QString access() const { return m_before.access; }
    [[nodiscard]] QString matters() const { return m_before.matters; }
    [[nodiscard]] QAbstractItemModel* timeline() { return &m_timeline; }
    [[nodiscard]] QAbstractItemModel* goals() { return &m_goals; }
    [[nodiscard]] QAbstractItemModel* measures() { return &m_measures; }
    [[nodiscard]] QAbstractItemModel* signposts() { return &m_signposts; }
    [[nodiscard]] QAbstractItemModel* about() { return &m_about; }
    [[nodiscard]] bool hasTimeline() const { return !m_timeline.isEmpty(); }
    [[nodiscard]] bool hasGoals() const { return !m_goals.isEmpty(); }
    [[nodiscard]] bool hasMeasures() const { return !m_measures.isEmpty(); }
    [[nodiscard]] bool hasSignposts() const { return !m_signposts.isEmpty(); }
    [[nodiscard]] Tab tab() const { return m_tab; }
    void setTab(Tab tab);
    [[nodiscard]] PersonEditViewModel* edit() const { return m_edit.get(); }

    /// Opens the page on which a group of answers is changed.
    Q_INVOKABLE void beginEdit(const QString& group);
    /// Opens where the first missing thing is answered.
    Q_INVOKABLE void addMissing();
    Q_INVOKABLE void openEntry(int row);
    Q_INVOKABLE void openGoal(int row);
    Q_INVOKABLE void openSignpost(int row);

Q_SIGNALS:
    void changed();
    void tabChanged();
    void editChanged();
    /// A record is to be opened in its form; a new one of that kind when `id` is empty.
    void recordAsked(const QString& kind, const QString& id);

private:
    void refresh();
    void readHeader(const CaseFile& file);
    void readClock(const CaseFile& file);
    void closeEdit();

    Session& m_session;
    Caseload& m_caseload;
    QUuid m_person;
    QString m_name, m_summary, m_week, m_weekDays;
    qreal m_weekShare = 0;
    QUrl m_phoneLink, m_mapLink;
    BeforeVisit m_before;
    std::vector<domain::MissingThing> m_missing;
    RowsModel<TimelineEntry> m_timeline;
    RowsModel<GoalCard> m_goals;
    RowsModel<MeasureCard> m_measures;
    RowsModel<SignpostCard> m_signposts;
    RowsModel<AboutRow> m_about;
    std::unique_ptr<PersonEditViewModel> m_edit;
    QTimer m_later;
    Tab m_tab = Tab::Timeline;
};

} // namespace doorstep::ui
