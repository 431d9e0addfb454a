#pragma once

namespace doorstep::hub {

/// The command line of doorstep-hub. Returns the exit code: 0, 1 for a failure of the machine, 2 for arguments or input
/// that cannot be used.
[[nodiscard]] int runCommandLine(int argc, char** argv);

} // namespace doorstep::hub
