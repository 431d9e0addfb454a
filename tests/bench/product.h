#pragma once

#include "bench/visits.h"

#include <QProcess>

#include <memory>

namespace doorstep::bench {

/// A record as a phone shows it, with the values of others that it keeps beside it.
struct Seen
{
    QJsonObject fields;
    std::vector<QJsonObject> others;
};

/// A phone of any product: a process that takes one JSON command a line. Every failure ends the bench.
class Phone
{
public:
    Phone(const QString& program, const QStringList& arguments);
    virtual ~Phone();
    Phone(const Phone&) = delete;
    Phone& operator=(const Phone&) = delete;

    /// Saves new records.
    virtual void put(const std::vector<Visit>& visits) = 0;
    /// Saves these fields of records that are there.
    virtual void edit(const std::vector<Visit>& edits) = 0;
    virtual void push() = 0;
    virtual void pull() = 0;
    /// Both ways, as an app does it after a save.
    virtual void sync() = 0;
    [[nodiscard]] virtual qint64 count() = 0;
    [[nodiscard]] virtual std::vector<Seen> look(const QStringList& ids) = 0;

    /// Megabytes in memory now, and the most since forgetPeak().
    [[nodiscard]] double memory() const { return megabytes("VmRSS:"); }
    [[nodiscard]] double peakMemory() const { return megabytes("VmHWM:"); }
    void forgetPeak() const;

protected:
    QJsonObject ask(const QJsonObject& command);
    void send(const QJsonObject& command);
    QJsonObject reply();

private:
    [[nodiscard]] double megabytes(const char* what) const;

    QProcess m_process;
};

/// One engine that keeps phones and a hub in step. Phones and hub live in folders that can be copied while nothing
/// runs on them.
class Product
{
public:
    virtual ~Product() = default;
    [[nodiscard]] virtual QString name() const = 0;
    /// Makes two phones that know the running hub by this address.
    virtual void makePhones(const QStringList& folders, const QString& address) = 0;
    /// Runs the hub of a folder, made when it is empty, until stopHub(); gives its address.
    [[nodiscard]] virtual QString startHub(const QString& folder) = 0;
    virtual void stopHub() = 0;
    [[nodiscard]] virtual std::unique_ptr<Phone> openPhone(const QString& folder, const QString& address) = 0;
};

/// The real device and the real hub.
[[nodiscard]] std::unique_ptr<Product> makeDoorstep();
/// The engines under tests/bench/peers, as installed into a folder.
[[nodiscard]] std::unique_ptr<Product> makePouchDb(const QString& modules);
[[nodiscard]] std::unique_ptr<Product> makeWatermelonDb(const QString& modules);

} // namespace doorstep::bench
