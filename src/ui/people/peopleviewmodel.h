#pragma once

#include "ui/core/rowsmodel.h"
#include "ui/people/newpersonviewmodel.h"
#include "ui/people/peoplemodel.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace doorstep::ui {

/// A filter chip with its count.
struct StageRow
{
    QString label, code;
    bool selected = false;
};

/// The page People, and the search sheet that asks for whom something is recorded. Reads the caseload when first shown.
class PeopleViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QAbstractItemModel* people READ people CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* stages READ stages CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* found READ found CONSTANT FINAL)
    Q_PROPERTY(QString typed READ typed WRITE setTyped NOTIFY changed FINAL)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed FINAL)
    Q_PROPERTY(bool hasPeople READ hasPeople NOTIFY changed FINAL)
    Q_PROPERTY(doorstep::ui::NewPersonViewModel* newcomer READ newcomer NOTIFY newcomerChanged FINAL)

public:
    explicit PeopleViewModel(Caseload& caseload, Session& session);

    [[nodiscard]] QAbstractItemModel* people() { return &m_people; }
    [[nodiscard]] QAbstractItemModel* stages() { return &m_stages; }
    /// The sheet's own list: everybody, by what is typed there.
    [[nodiscard]] QAbstractItemModel* found() { return &m_found; }
    [[nodiscard]] QString typed() const { return m_typed; }
    void setTyped(const QString& typed);
    /// Nobody in the list as it is filtered.
    [[nodiscard]] bool isEmpty() const { return m_people.rowCount() == 0; }
    /// Anybody on this phone.
    [[nodiscard]] bool hasPeople() const { return m_hasPeople; }
    [[nodiscard]] NewPersonViewModel* newcomer() const { return m_newcomer.get(); }

    /// The page is in sight from now on.
    Q_INVOKABLE void load();
    Q_INVOKABLE void chooseStage(int row);
    /// For the sheet: `typed` is what was typed there.
    Q_INVOKABLE void find(const QString& typed);
    Q_INVOKABLE void beginNewPerson();
    Q_INVOKABLE void closeNewPerson();

Q_SIGNALS:
    void changed();
    void newcomerChanged();
    void added(const QString& person);

private:
    void refresh();
    void countStages();

    Caseload& m_caseload;
    Session& m_session;
    PeopleModel m_people;
    PeopleModel m_found;
    RowsModel<StageRow> m_stages;
    std::unique_ptr<NewPersonViewModel> m_newcomer;
    QTimer m_later;
    QString m_typed;
    domain::Stage m_stage = domain::Stage::Active;
    bool m_isLoaded = false;
    bool m_hasPeople = false;
};

} // namespace doorstep::ui
