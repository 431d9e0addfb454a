#pragma once

#include "store/outbox.h"

namespace doorstep::ui {

/// How far a record has come, as the worker sees it everywhere: a picture and the word that goes with it.
struct Receipt
{
    QString iconName, text;

    [[nodiscard]] static Receipt of(store::OutboxState state);
};

} // namespace doorstep::ui
