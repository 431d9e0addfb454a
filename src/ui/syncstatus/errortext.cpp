#include "ui/syncstatus/errortext.h"

#include "ui/forms/fieldlabel.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace doorstep::ui {

using base::ErrorCode;

namespace {

struct Sentence
{
    ErrorCode code;
    const char* text;
};

constexpr std::array kSentences{
    Sentence{
        ErrorCode::BadRequest,
        QT_TRANSLATE_NOOP(
            "ErrorText", "The hub did not understand this app. Your work is safe on this phone. Please tell support.")},
    Sentence{ErrorCode::InvalidValue, QT_TRANSLATE_NOOP("ErrorText", "This cannot be right. Please look at it again.")},
    Sentence{ErrorCode::UnknownKind,
             QT_TRANSLATE_NOOP("ErrorText",
                               "The hub does not know this kind of record yet. It is kept; your manager can see it at "
                               "the hub.")},
    Sentence{ErrorCode::UnknownField,
             QT_TRANSLATE_NOOP("ErrorText", "The hub does not know this question yet. Your answer is kept.")},
    Sentence{ErrorCode::NotFound, QT_TRANSLATE_NOOP("ErrorText", "It is no longer there.")},
    Sentence{ErrorCode::AlreadyExists, QT_TRANSLATE_NOOP("ErrorText", "There is one already.")},
    Sentence{ErrorCode::Locked, QT_TRANSLATE_NOOP("ErrorText", "The app is locked. Unlock it with your PIN.")},
    Sentence{ErrorCode::WrongPin, QT_TRANSLATE_NOOP("ErrorText", "That is not the PIN. Please try again.")},
    Sentence{
        ErrorCode::NotEnrolled,
        QT_TRANSLATE_NOOP("ErrorText", "Sign in to send. You can go on recording; everything is kept on this phone.")},
    Sentence{ErrorCode::AlreadyEnrolled, QT_TRANSLATE_NOOP("ErrorText", "This phone is signed in already.")},
    Sentence{
        ErrorCode::Unauthorised,
        QT_TRANSLATE_NOOP("ErrorText", "Sign in to send. You can go on recording; everything is kept on this phone.")},
    Sentence{ErrorCode::Forbidden,
             QT_TRANSLATE_NOOP(
                 "ErrorText",
                 "You are not allowed to change this. The hub keeps what you wrote; please speak to your manager.")},
    Sentence{ErrorCode::GrantOver,
             QT_TRANSLATE_NOOP(
                 "ErrorText", "This person is no longer with you. The hub keeps what you wrote for your coordinator.")},
    Sentence{ErrorCode::LeaseOver,
             QT_TRANSLATE_NOOP("ErrorText", "This phone has been away from the hub for too long. Connect to open; "
                                            "what you recorded is safe and will be sent.")},
    Sentence{
        ErrorCode::DeviceRevoked,
        QT_TRANSLATE_NOOP("ErrorText",
                          "This phone has been shut out by the hub. Nothing is deleted. Please ring your manager.")},
    Sentence{ErrorCode::CodeUsed,
             QT_TRANSLATE_NOOP("ErrorText", "This code is used up or too old. Ask your manager for a new one.")},
    Sentence{
        ErrorCode::EpochStale,
        QT_TRANSLATE_NOOP("ErrorText", "This phone was set up from a copy. It will sort itself out and send again.")},
    Sentence{
        ErrorCode::BatchMutated,
        QT_TRANSLATE_NOOP("ErrorText",
                          "Something went wrong on the way. Your work is safe on this phone. Please tell support.")},
    Sentence{
        ErrorCode::UpgradeNeeded,
        QT_TRANSLATE_NOOP("ErrorText",
                          "This app is too old for the hub. Update it to send; you can go on recording until then.")},
    Sentence{ErrorCode::CursorGone,
             QT_TRANSLATE_NOOP("ErrorText", "This phone fetches everything anew. What you recorded stays.")},
    Sentence{ErrorCode::TooLarge, QT_TRANSLATE_NOOP("ErrorText", "This is too long for the hub. Please shorten it.")},
    Sentence{ErrorCode::BadChecksum,
             QT_TRANSLATE_NOOP("ErrorText", "A piece arrived damaged. It goes again by itself.")},
    Sentence{ErrorCode::Unsupported,
             QT_TRANSLATE_NOOP("ErrorText", "The hub does not speak this app's language. Please update the app.")},
    Sentence{ErrorCode::TooManyRequests, QT_TRANSLATE_NOOP("ErrorText", "The hub is busy. It goes again by itself.")},
    Sentence{ErrorCode::Busy, QT_TRANSLATE_NOOP("ErrorText", "The phone was busy for a moment. Please try again.")},
    Sentence{ErrorCode::Offline,
             QT_TRANSLATE_NOOP("ErrorText", "There is no signal. Your records go when there is one.")},
    Sentence{ErrorCode::Timeout,
             QT_TRANSLATE_NOOP("ErrorText", "The hub did not answer in time. It goes again by itself.")},
    Sentence{ErrorCode::InDoubt,
             QT_TRANSLATE_NOOP("ErrorText", "The signal broke off midway. It goes again; nothing arrives twice.")},
    Sentence{ErrorCode::Conflict,
             QT_TRANSLATE_NOOP("ErrorText", "Somebody else changed this too. Choose which to keep.")},
    Sentence{ErrorCode::Cancelled, QT_TRANSLATE_NOOP("ErrorText", "It was stopped. Nothing is lost.")},
    Sentence{ErrorCode::DiskFull,
             QT_TRANSLATE_NOOP("ErrorText", "This phone is full. Delete some photos or apps, then try again.")},
    Sentence{ErrorCode::Corrupt,
             QT_TRANSLATE_NOOP("ErrorText",
                               "The records on this phone cannot be read. Nothing is deleted. Please ring support.")},
    Sentence{ErrorCode::EncryptionOff,
             QT_TRANSLATE_NOOP("ErrorText", "This phone cannot encrypt, so nothing is opened. Please ring support.")},
    Sentence{ErrorCode::KeyStore,
             QT_TRANSLATE_NOOP("ErrorText", "The phone's key store did not answer. Restart the phone and try again.")},
    Sentence{ErrorCode::Io, QT_TRANSLATE_NOOP("ErrorText", "The phone could not write. Please try again.")},
    Sentence{ErrorCode::Internal,
             QT_TRANSLATE_NOOP("ErrorText",
                               "Something went wrong in the app. What was saved is safe. Please tell support.")},
};

} // namespace

QString errorText(ErrorCode code)
{
    const auto* const found =
        std::find_if(kSentences.begin(), kSentences.end(), [code](const Sentence& each) { return each.code == code; });
    return found == kSentences.end() ? QString() : QCoreApplication::translate("ErrorText", found->text);
}

QString saveErrorText(const base::Error& error)
{
    const QString why =
        error.code == ErrorCode::DiskFull
            ? QCoreApplication::translate("ErrorText", "this phone is full. Keep this page open, delete some "
                                                       "photos or apps, then press Finish again.")
            : errorText(error.code);
    const QString where = error.field.isEmpty() ? QString() : fieldLabel(error.field) + QStringLiteral(": ");
    return QCoreApplication::translate("ErrorText", "Not saved yet: %1").arg(where + why);
}

QString refusalText(const QString& code, const QString& field)
{
    const auto known = base::errorCodeFromWire(code);
    const QString why =
        known ? errorText(*known)
              : QCoreApplication::translate("ErrorText", "The hub could not take this. Please look at it again.");
    return field.isEmpty() ? why : QStringLiteral("%1: %2").arg(fieldLabel(field), why);
}

} // namespace doorstep::ui
