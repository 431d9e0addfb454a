#pragma once

#include "ui/core/rowsmodel.h"
#include "ui/forms/formfield.h"
#include "ui/person/casefile.h"
#include "ui/person/persongroups.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace doorstep::ui {

/// A question of the page on which a group is changed.
struct EditRow
{
    FormField* field = nullptr;
    QString label;
    int input = 0; ///< PersonEditViewModel::Input
};

/// The page on which one group of answers about a person is changed. What is typed is a draft within half a second, and
/// at once when the page or the app goes away; leaving saves.
class PersonEditViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by PersonViewModel")
    Q_PROPERTY(QString title READ title CONSTANT FINAL)
    Q_PROPERTY(QString personName READ personName CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* questions READ questions CONSTANT FINAL)
    Q_PROPERTY(bool isSaved READ isSaved NOTIFY changed FINAL)
    Q_PROPERTY(QString error READ error NOTIFY changed FINAL)

public:
    enum class Input { Line, LongText, Choices, Day };
    Q_ENUM(Input)

    PersonEditViewModel(Session& session, const CaseFile& file, const PersonGroup& group);
    ~PersonEditViewModel() override;

    [[nodiscard]] QString title() const { return questionText(m_group.title); }
    [[nodiscard]] QString personName() const { return m_personName; }
    [[nodiscard]] QAbstractItemModel* questions() { return &m_questions; }
    [[nodiscard]] bool isSaved() const { return m_isSaved; }
    [[nodiscard]] QString error() const { return m_error; }

    /// Saves and closes; stays open with the field marked when an answer cannot be.
    Q_INVOKABLE void finish();
    /// Writes the draft now.
    void flush();

Q_SIGNALS:
    void changed();
    void closed();

private:
    void touch();
    void addQuestion(const PersonQuestion& question, std::vector<EditRow>& rows);
    [[nodiscard]] FormField* findField(QStringView name) const;

    Session& m_session;
    const PersonGroup& m_group;
    QString m_personName, m_error;
    std::optional<domain::Record> m_original;
    domain::Record m_edited;
    RowsModel<EditRow> m_questions;
    QTimer m_autosave;
    bool m_isSaved = true;
    bool m_isTouched = false;
};

} // namespace doorstep::ui
