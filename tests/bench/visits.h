#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace doorstep::bench {

/// A record in the form in which every product is given it.
struct Visit
{
    QString id;
    QJsonObject fields;
};

/// The visits every product is measured with, from a fixed seed: each about 580 bytes of JSON, with a note in words.
[[nodiscard]] std::vector<Visit> makeVisits(int from, int count);
/// The people they are about.
[[nodiscard]] std::vector<QString> visitedPeople();

} // namespace doorstep::bench
